import { FluxionError, present } from '@fluxion/engine/base';
import { failIn, readJsonFile, type Fail } from '@fluxion/engine/sources';
import { fileFlags, type FlagName } from '../load/index.ts';
import type { OptionValues } from '../options/index.ts';

/** Flags that describe a source besides those that describe files. */
type OwnFlag = 'file' | 'url' | 'header' | 'format' | 'pages' | 'page-size' | 'next-at';
/** What is said of files that a source has too. */
type SharedFlag = Exclude<FlagName, 'store' | 'date' | 'describe' | 'sheet'>;
export type DefinitionFlag = OwnFlag | SharedFlag;

/** The description of a source, and how to say what is wrong with it. */
export interface Definition {
  readonly definition: unknown;
  readonly fail: Fail;
}

/**
 * The description that a command line gives: a file, or flags.
 * @throws FluxionError USAGE for both or neither; what is wrong with the file
 */
export async function definitionOf(options: OptionValues<DefinitionFlag>): Promise<Definition> {
  const { file } = options;
  const told = flagsOf(options);
  if (file === undefined) {
    if (told.url !== undefined) return { definition: told, fail: failOfFlags };
    throw new FluxionError(
      'USAGE',
      '`fluxion sources add` needs a description: --file source.json, or --feed and --url',
      {
        details: ['`fluxion sources --help` shows what it takes.'],
      },
    );
  }
  if (Object.keys(told).length > 0) {
    throw new FluxionError('USAGE', '--file describes the whole source: leave out the flags that describe it too');
  }
  return { definition: await readJsonFile(file), fail: failIn(file) };
}

function flagsOf(options: OptionValues<DefinitionFlag>) {
  const files = fileFlags({ ...options, store: undefined, date: undefined, describe: undefined, sheet: undefined });
  const { columns, constants, formats, ...rest } = files;
  const { url, format, pages: by, 'page-size': size, 'next-at': at } = options;
  return present({
    ...rest,
    ...{ url, format },
    columns: unlessEmpty(columns),
    constants: unlessEmpty(constants),
    formats: unlessEmpty(formats),
    headers: unlessEmpty(headers(options.header)),
    pages: unlessEmpty(present({ by, size, at })),
  });
}

function unlessEmpty<T extends object>(object: T | undefined): T | undefined {
  return object === undefined || Object.keys(object).length === 0 ? undefined : object;
}

/** Texts `NAME: VALUE` by name. */
function headers(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name, value] = /^([^:\s]+)\s*:\s*(.+)$/s.exec(text) ?? [];
      if (name !== undefined && value !== undefined) return [name, value];
      throw new FluxionError('USAGE', `--header 'NAME: VALUE' cannot be read from "${text}"`);
    }),
  );
}

const flags: Readonly<Record<string, string>> = {
  columns: '--column',
  constants: '--constant',
  headers: '--header',
  'pages.by': '--pages',
  'pages.size': '--page-size',
  'pages.at': '--next-at',
  'formats.decimal': '--decimal',
  'formats.date': '--date-format',
};

/** Speaks of the flag that an entry came from. */
const failOfFlags: Fail = (path, problem) => {
  const [root = '', ...rest] = path.split('.');
  const flag = flags[path] ?? [flags[root] ?? `--${root}`, ...rest].join(' ');
  return new FluxionError('USAGE', `${flag} ${problem}`);
};
