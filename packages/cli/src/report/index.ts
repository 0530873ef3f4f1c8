export { withReport } from './file.ts';
