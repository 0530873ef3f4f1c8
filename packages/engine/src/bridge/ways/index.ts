export { columnWays, type ColumnWay } from './column-way.ts';
export { mirrorWay } from './mirror-way.ts';
export { enumOf } from './natural-type.ts';
