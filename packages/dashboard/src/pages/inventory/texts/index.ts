export { listWords } from './lists.ts';
export { overviewWords } from './overview.ts';
