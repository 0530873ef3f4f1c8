export { withReport, type ReportWish } from './file.ts';
