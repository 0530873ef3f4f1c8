export { askedOf } from './asked.ts';
export { describeReports, exitCodeOf, reportsJson } from './describe-reports.ts';
export { describeTables, unitText } from './describe-status.ts';
export { reportsOf } from './reports-of.ts';
export { startMirror } from './start-mirror.ts';
