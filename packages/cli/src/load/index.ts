export { refuseContradictions } from './contradictions.ts';
export { describeLoad, type LoadOutcome } from './describe/index.ts';
export { exitCodeOf } from './exit-code.ts';
export { loadFiles, type LoadFilesContext } from './load-files.ts';
