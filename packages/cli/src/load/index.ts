export { askedSource } from './asked-source.ts';
export { describeLoad } from './describe/index.ts';
export { exitCodeOf } from './exit-code.ts';
export type { WithDatabase } from './keep-reports.ts';
export { loadFiles, type LoadContext } from './load-files.ts';
export { loadSource } from './load-source.ts';
export { fileFlags, type FlagName } from './flags.ts';
