export type { RowDifference } from './locate.ts';
export { proveTable, type TableVerification } from './prove-table.ts';
export { verify, type VerifyReport } from './verify.ts';
