export { describeMigration, describeVerification } from './describe.ts';
export { transferOptions } from './options.ts';
