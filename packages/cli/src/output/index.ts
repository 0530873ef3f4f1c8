export { formatCount, formatDuration } from './format.ts';
export type { Output } from './output.ts';
export { Terminal } from './terminal.ts';
export { describeError, type ErrorReport } from './error-report.ts';
