import type { FeedSpec, FieldSpec } from '../feeds/feed-spec.ts';
import { plainName } from './column-names.ts';

/** Several columns that one field could be. */
export interface Doubt {
  readonly field: string;
  readonly columns: readonly number[];
}

/** The columns that a feed's fields are found in by their names. */
export interface FoundColumns {
  /** Our field: the index of the column. */
  readonly columns: ReadonlyMap<string, number>;
  /** Fields that were found under our own name. */
  readonly own: ReadonlySet<string>;
  readonly doubts: readonly Doubt[];
}

/**
 * Finds a feed's fields among the columns by name: our own names first, then the aliases. A column serves one field.
 * @param skip fields that are told already
 * @param taken indexes of columns that are told already
 */
export function findColumns(
  feed: FeedSpec,
  names: readonly string[],
  { skip, taken }: { readonly skip: ReadonlySet<string>; readonly taken: ReadonlySet<number> },
): FoundColumns {
  const byName = indexesByName(names, taken);
  const columns = new Map<string, number>();
  const own = new Set<string>();
  const doubts: Doubt[] = [];
  const used = new Set<number>();
  const look = (namesOf: (field: FieldSpec) => readonly string[], found?: Set<string>) => {
    for (const field of feed.fields) {
      if (skip.has(field.name) || columns.has(field.name)) continue;
      const candidates = [...new Set(namesOf(field).map(plainName))].flatMap((name) => byName.get(name) ?? []);
      const free = candidates.filter((index) => !used.has(index));
      const [first] = free;
      if (first === undefined) continue;
      if (free.length > 1) doubts.push({ field: field.name, columns: free });
      columns.set(field.name, first);
      used.add(first);
      found?.add(field.name);
    }
  };
  look(({ name }) => [name], own);
  look(({ aliases = [] }) => aliases);
  return { columns, own, doubts };
}

function indexesByName(names: readonly string[], taken: ReadonlySet<number>): ReadonlyMap<string, readonly number[]> {
  const byName = new Map<string, number[]>();
  names.forEach((name, index) => {
    const plain = plainName(name);
    if (plain === '' || taken.has(index)) return;
    byName.set(plain, [...(byName.get(plain) ?? []), index]);
  });
  return byName;
}
