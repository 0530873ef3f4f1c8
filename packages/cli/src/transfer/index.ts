export { refuseContradictions, type Switches } from './contradictions.ts';
export { describeExport, describeMigration, describeRun, describeVerification } from './describe/index.ts';
export * from './findings/index.ts';
export { fileOf, transferOptions } from './options.ts';
export { parseSelects, type Selects } from './selects.ts';
