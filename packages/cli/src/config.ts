import { optionTable, optionSpec, isOptionName, type Environment } from './options/index.ts';

/** The environment variables of the options table, read once; nothing else in Fluxion reads the environment. */
export function readEnvironment(): Environment {
  const variables = Object.keys(optionTable)
    .filter(isOptionName)
    .flatMap((name) => optionSpec(name).env ?? []);
  return Object.fromEntries(variables.map((variable) => [variable, process.env[variable]]));
}
