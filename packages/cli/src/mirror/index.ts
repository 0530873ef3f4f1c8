export { askedOf } from './asked.ts';
export { describeReports, exitCodeOf, reportIn, reportsJson } from './describe-reports.ts';
export { describeTables, unitText, whoText } from './describe-status.ts';
export { reportsOf } from './reports-of.ts';
export { startMirror } from './start-mirror.ts';
