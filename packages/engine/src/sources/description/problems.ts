import { FluxionError, nearest } from '../../base/index.ts';

/** Makes the error about one entry of a description, by its path: `columns.cantidad`; the empty path is the whole. */
export type Fail = (path: string, problem: string) => FluxionError;

/** For descriptions in a file. */
export function failIn(file: string): Fail {
  return (path, problem) => new FluxionError('FEED_UNREADABLE', `${file}: ${path === '' ? 'it' : path} ${problem}`);
}

/** For entries of one in a list. */
export function failAt(fail: Fail, index: number): Fail {
  return (path, problem) => fail(path === '' ? `[${index}]` : `[${index}].${path}`, problem);
}

const flags: Readonly<Record<string, string>> = {
  columns: '--column',
  constants: '--constant',
  'formats.decimal': '--decimal',
  'formats.date': '--date-format',
};

/** For a description that flags of the command line give. */
export const failOfFlags: Fail = (path, problem) => {
  const [root = '', ...rest] = path.split('.');
  const flag = flags[path] ?? [flags[root] ?? `--${root}`, ...rest].join(' ');
  return new FluxionError('USAGE', `${flag} ${problem}`);
};

/** ` (did you mean "fecha"?)`, or nothing where no name is near. */
export function didYouMean(word: string, names: readonly string[]): string {
  const guess = nearest(word, names);
  return guess === undefined ? '' : ` (did you mean "${guess}"?)`;
}
