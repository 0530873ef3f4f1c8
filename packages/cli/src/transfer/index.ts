export { describeMigration, describeVerification } from './describe.ts';
export { transferOptions } from './options.ts';
export { parseSelects } from './selects.ts';
