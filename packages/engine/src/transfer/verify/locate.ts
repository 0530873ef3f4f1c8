import { canonicalText, eachSide, exactSum, isComparable, type RowHasher, type SqlPair } from '../../bridge/index.ts';
import type { ColumnPlan, TablePlan } from '../plan/table-plan.ts';
import type { Sides } from './sides.ts';
import { storedColumn } from './stored-column.ts';

/**
 * One row that differs: its key (or, without one, the whole row), and what each side holds; null: NULL, undefined: no
 * such row. Without a key, a row that is there more than once differs by how often.
 */
export interface RowDifference {
  readonly key: string;
  readonly column: string | null;
  readonly source: string | null | undefined;
  readonly target: string | null | undefined;
}

/** How many differences, and rows that differ, are named. */
const mostDifferences = 20;

/** Keys fall into so many buckets by their hash: 82 million rows give 1,250 to each, so what is fetched stays small. */
const buckets = 65_536;

/**
 * Finds rows that differ in three passes, each of which fetches little: buckets of keys whose rows differ, keys in some of
 * those buckets whose rows differ, and what those rows hold.
 */
export async function locateDifferences(
  sides: Sides,
  hasher: RowHasher,
  plan: TablePlan,
  differing: readonly ColumnPlan[],
): Promise<RowDifference[]> {
  const keyColumns = plan.columns.filter((column) => plan.key.includes(column.target) && isComparable(column));
  const hasKey = keyColumns.length > 0;
  const comparable = plan.columns.filter(isComparable);
  const key = await hasher.row((hasKey ? keyColumns : comparable).map(storedColumn));
  const row = await hasher.row(comparable.map(storedColumn));
  const bucket = eachSide(key, (hash) => `(${hash} & ${buckets - 1})`);
  const inBuckets = await differingGroups(sides, bucket, row, undefined);
  if (inBuckets.length === 0) return [];
  const chosen = eachSide(bucket, (number) => `${number} IN (${inBuckets.join(', ')})`);
  const keys = await differingGroups(sides, key, row, chosen);
  const shown = hasKey ? differing.filter((column) => isComparable(column) && !keyColumns.includes(column)) : [];
  const text = rowText(hasKey ? keyColumns : comparable);
  const [source, target] = await rowsOf(sides, key, keys, text, shown);
  return compare(source, target, shown).slice(0, mostDifferences);
}

/** The first groups whose number of rows, or their hashes' sum, differs. */
async function differingGroups(
  sides: Sides,
  group: SqlPair,
  row: SqlPair,
  where: SqlPair | undefined,
): Promise<string[]> {
  const filter = where ? eachSide(where, (condition) => `WHERE ${condition}`) : { duck: '', postgres: '' };
  const select = (side: 'duck' | 'postgres') =>
    `${group[side]} AS part, count(*) || '/' || ${exactSum(row[side])} AS digest`;
  const { source, target } = await sides.ask(
    { duck: select('duck'), postgres: select('postgres') },
    eachSide(filter, (condition) => `${condition} GROUP BY 1`),
  );
  const digests = (rows: typeof source) => new Map(rows.map(({ part, digest }) => [String(part), digest]));
  const ours = digests(source);
  const theirs = digests(target);
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .filter((part) => ours.get(part) !== theirs.get(part))
    .slice(0, mostDifferences);
}

/** By key: how many rows have it, and one row's values. */
type KeyedRows = Map<string, { count: number; values: (string | null)[] }>;

async function rowsOf(
  sides: Sides,
  key: SqlPair,
  keys: readonly string[],
  text: SqlPair,
  columns: readonly ColumnPlan[],
): Promise<[KeyedRows, KeyedRows]> {
  if (keys.length === 0) return [new Map(), new Map()];
  const select = (side: 'duck' | 'postgres') =>
    [
      `${text[side]} AS key, count(*) AS n`,
      ...columns.map((column, index) => `min(${canonicalText(storedColumn(column))[side]}) AS v${index}`),
    ].join(', ');
  const { source, target } = await sides.ask(
    { duck: select('duck'), postgres: select('postgres') },
    eachSide(key, (hash) => `WHERE ${hash} IN (${keys.join(', ')}) GROUP BY 1`),
  );
  const value = (given: unknown) => (given === null ? null : String(given));
  const keyed = (rows: typeof source): KeyedRows =>
    new Map(
      rows.map((row) => [
        String(row.key),
        { count: Number(row.n), values: columns.map((_, index) => value(row[`v${index}`])) },
      ]),
    );
  return [keyed(source), keyed(target)];
}

/** A row's columns as one text for a person. */
function rowText(columns: readonly ColumnPlan[]): SqlPair {
  const texts = columns
    .map((column) => canonicalText(storedColumn(column)))
    .map((text) => eachSide(text, (value) => `coalesce(${value}, 'NULL')`));
  return {
    duck: `concat_ws(', ', ${texts.map(({ duck }) => duck).join(', ')})`,
    // Not concat_ws, which takes no more than 100.
    postgres: `array_to_string(ARRAY[${texts.map(({ postgres }) => postgres).join(', ')}], ', ')`,
  };
}

function compare(source: KeyedRows, target: KeyedRows, columns: readonly ColumnPlan[]): RowDifference[] {
  const keys = [...new Set([...source.keys(), ...target.keys()])].toSorted();
  return keys.flatMap((key): RowDifference[] => {
    const ours = source.get(key);
    const theirs = target.get(key);
    if (ours?.count !== theirs?.count)
      return [{ key, column: null, source: presence(ours?.count), target: presence(theirs?.count) }];
    return columns.flatMap(({ name }, index) =>
      ours?.values[index] === theirs?.values[index]
        ? []
        : [{ key, column: name, source: ours?.values[index], target: theirs?.values[index] }],
    );
  });
}

function presence(count: number | undefined): string | undefined {
  if (count === undefined) return undefined;
  return count === 1 ? 'there' : `there ${count} times`;
}
