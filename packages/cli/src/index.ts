export { commands } from './commands.ts';
export { commonOptions, optionTable, type OptionName, type OptionSpec } from './options/index.ts';
export { run, type World } from './run.ts';
