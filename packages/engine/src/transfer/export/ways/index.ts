export { chooseWays, withOtherWays, type PlannedColumn, type PlannedTable } from './choose-ways.ts';
export { enumOf } from './natural-type.ts';
