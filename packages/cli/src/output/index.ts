export { bullets, indented, section } from './blocks.ts';
export { formatAmount, formatBytes, formatCount, formatDuration, plural } from './format.ts';
export { grid, lineWidth, nameLines, wrapped } from './layout.ts';
export type { Output } from './output.ts';
export { Terminal } from './terminal.ts';
export { describeError, type ErrorReport } from './error-report.ts';
export { visible, visibleLines } from './visible.ts';
