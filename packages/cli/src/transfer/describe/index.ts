export { describeExport } from './export.ts';
export { describeMigration, describeRun } from './migration.ts';
export { describeVerification } from './verification.ts';
