import { parseArgs } from 'node:util';
import { FluxionError, nearest } from '@fluxion/engine/base';
import { flagOf, isOptionName, optionSpec, optionTable, type OptionName } from './table.ts';

/** A command line taken apart: its words without the options, and the text that each flag was given, if any. */
export interface Arguments {
  readonly words: readonly string[];
  readonly given: ReadonlyMap<OptionName, readonly string[]>;
}

const flags = Object.keys(optionTable)
  .filter(isOptionName)
  .filter((name) => optionSpec(name).flag === undefined);

const short: Readonly<Record<string, OptionName>> = { h: 'help', v: 'version' };

/**
 * Takes a command line apart. Options may stand anywhere, before the command too.
 * @throws FluxionError USAGE for an unknown option, a missing value, and a value where none belongs.
 */
export function readArguments(args: readonly string[]): Arguments {
  const words: string[] = [];
  const given = new Map<OptionName, string[]>();
  // Not `strict`: its errors name neither the nearest option nor what the value is for.
  const { tokens } = parseArgs({ args: [...args], options: parserOptions(), strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const name = optionOf(token.name, token.rawName);
    const value = checkedValue(name, token.value, token.inlineValue === true);
    if (optionSpec(name).type !== 'list' && given.has(name)) throw usage(`--${name} is given twice`);
    given.set(name, [...(given.get(name) ?? []), value]);
  }
  return { words, given };
}

function parserOptions() {
  return Object.fromEntries([
    ...flags.map((name) => [name, { type: takesValue(name) ? 'string' : 'boolean' } as const] as const),
    ...Object.entries(short).map(([letter, name]) => [name, { type: 'boolean', short: letter } as const] as const),
  ]);
}

function optionOf(name: string, rawName: string): OptionName {
  if (isOptionName(name) && flags.includes(name)) return name;
  const guess = nearest(name, flags);
  throw usage(`there is no option ${rawName}`, guess === undefined ? [] : [`Did you mean --${guess}?`]);
}

/** The option's text; an option that takes none yields '1', as its environment variable would. */
function checkedValue(name: OptionName, value: string | undefined, inline: boolean): string {
  if (!takesValue(name)) {
    if (value !== undefined) throw usage(`--${name} takes no value`);
    return '1';
  }
  // `--database --json` is a forgotten value rather than a database of that name; `--name=--x` says it is meant.
  const forgotten = value === undefined || value === '' || (!inline && value.startsWith('-') && value !== '-');
  if (forgotten) throw usage(`--${name} needs a value: --${name} ${placeholderOf(name)}`);
  return value;
}

/** Which command it will be is not known yet: what the flag takes in any of them. */
function placeholderOf(name: OptionName): string {
  const named = Object.keys(optionTable).filter(isOptionName);
  const sharing = named.filter((other) => flagOf(other) === name);
  return sharing.map((other) => optionSpec(other).placeholder).join(' or ');
}

function takesValue(name: OptionName): boolean {
  return optionSpec(name).type !== 'boolean';
}

function usage(message: string, details: readonly string[] = []): FluxionError {
  return new FluxionError('USAGE', message, { details });
}
