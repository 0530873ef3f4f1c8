import { FluxionError } from '../../base/index.ts';
import type { Description } from '../description/description.ts';
import { didYouMean } from '../description/problems.ts';
import { columnList, plainName } from './column-names.ts';

/**
 * The indexes of the columns that are told by name or by number.
 * @throws FluxionError FEED_UNREADABLE if there is no such column, FEED_AMBIGUOUS if there are two of its name
 */
export function toldColumns(columns: Description['columns'], names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(Object.entries(columns).map(([field, theirs]) => [field, indexOf(field, theirs, names)]));
}

function indexOf(field: string, theirs: string | number, names: readonly string[]): number {
  if (typeof theirs === 'string') {
    const found = byName(field, theirs, names);
    if (found !== undefined) return found;
  }
  // On a command line a number is a text too.
  const number = Number(theirs);
  if (Number.isInteger(number) && number >= 1 && number <= names.length) return number - 1;
  const there = names.length === 0 ? 'there are none' : `there are ${columnList(names)}`;
  const hint = typeof theirs === 'string' ? didYouMean(theirs, names) : '';
  const what = typeof theirs === 'string' ? `"${theirs}"` : `number ${theirs}`;
  throw new FluxionError(
    'FEED_UNREADABLE',
    `${field} is told to be in column ${what}, which the file lacks${hint}; ${there}.`,
  );
}

/** A name as it is written wins over one that is the same without case and accents. */
function byName(field: string, theirs: string, names: readonly string[]): number | undefined {
  const plain = plainName(theirs);
  const exact = indexesWhere(names, (name) => name === theirs);
  const found = exact.length > 0 || plain === '' ? exact : indexesWhere(names, (name) => plainName(name) === plain);
  if (found.length > 1) {
    const numbers = found.map((index) => index + 1).join(' and ');
    throw new FluxionError(
      'FEED_AMBIGUOUS',
      `${field} is told to be in column "${theirs}", of which there are several: say which by its number, ${numbers}.`,
    );
  }
  return found[0];
}

function indexesWhere(names: readonly string[], is: (name: string) => boolean): number[] {
  return names.flatMap((name, index) => (is(name) ? [index] : []));
}
