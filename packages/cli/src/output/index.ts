export { formatCount, formatDuration } from './format.ts';
export { Terminal, type Output } from './terminal.ts';
export { describeError, type ErrorReport } from './error-report.ts';
