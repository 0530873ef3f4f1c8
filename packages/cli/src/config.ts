import { optionTable, optionSpec, isOptionName, type Environment } from './options/index.ts';

/** Fluxion's settings from the environment, read once; no other module reads them. */
export function readEnvironment(): Environment {
  const variables = Object.keys(optionTable)
    .filter(isOptionName)
    .flatMap((name) => optionSpec(name).env ?? []);
  return Object.fromEntries(variables.map((variable) => [variable, process.env[variable]]));
}
