export { commands } from './commands.ts';
export { commonOptions, flagOf, optionTable, type OptionName, type OptionSpec } from './options/index.ts';
export { run, type World } from './run.ts';
