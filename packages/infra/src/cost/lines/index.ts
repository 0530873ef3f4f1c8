export { computeLines } from './compute.ts';
export { databaseLines } from './database.ts';
export { edgeLines } from './edge.ts';
export { egressLines, networkLines } from './network.ts';
export { watchLines } from './watch.ts';
