import { optionTable, optionSpec, isOptionName, type Environment } from './options/index.ts';

/** Set for the process that another one guards. */
const guardedVariable = 'FLUXION_GUARDED';

/** Whether this process was started by one that guards it. */
export function isGuarded(): boolean {
  return process.env[guardedVariable] === '1' && process.send !== undefined;
}

/** The environment of a process that this one guards. */
export function guardedEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, [guardedVariable]: '1' };
}

/** Fluxion's settings from the environment, read once; no other module reads them. */
export function readEnvironment(): Environment {
  const variables = Object.keys(optionTable)
    .filter(isOptionName)
    .flatMap((name) => optionSpec(name).env ?? []);
  return Object.fromEntries(variables.map((variable) => [variable, process.env[variable]]));
}

/** A variable that an HTTP source takes a secret from: which one, the source says. */
export function secretOf(name: string): string | undefined {
  return process.env[name];
}
