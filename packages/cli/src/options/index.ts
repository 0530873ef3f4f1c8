export type { OptionSpec } from './spec.ts';
export { readArguments, type Arguments } from './arguments.ts';
export {
  commonOptions,
  flagOf,
  isOptionName,
  optionSpec,
  optionTable,
  type OptionName,
  type OptionValues,
} from './table.ts';
export { optionValues, type Environment } from './values.ts';
