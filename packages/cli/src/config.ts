import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
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

/** The variables of the file `.env` in the working folder; none where there is no such file, or it cannot be read. */
function fileVariables(): Environment {
  try {
    return parseEnv(readFileSync('.env', 'utf8'));
  } catch {
    return {};
  }
}

/** The environment over `.env`: a variable that is empty there counts as one that is not set. */
function variable(name: string, file: Environment): string | undefined {
  const set = process.env[name];
  return set === undefined || set === '' ? file[name] : set;
}

/** Fluxion's settings from the environment, read once; no other module reads them. */
export function readEnvironment(): Environment {
  const file = fileVariables();
  const names = Object.keys(optionTable)
    .filter(isOptionName)
    .flatMap((name) => optionSpec(name).env ?? []);
  return Object.fromEntries(names.map((name) => [name, variable(name, file)]));
}

/** A variable that an HTTP source takes a secret from: which one, the source says. */
export function secretOf(name: string): string | undefined {
  return variable(name, fileVariables());
}
