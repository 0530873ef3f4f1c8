import { askBoth, chooseHash, rowHasher, type BothEngines, type Rows } from '../../bridge/index.ts';
import type { Unit } from '../declared.ts';
import { copyName, sourceName } from '../sync/table/index.ts';
import { storedColumns, type CheckedTable } from './stored-columns.ts';
import { namedUnit, unitsQuery } from './units-query.ts';

/** The rows of one unit on one side. The digest tells them from others within one process only: in the next one it is another. */
export interface UnitRows {
  readonly rows: number;
  readonly digest: string;
}

/** A unit whose rows differ. Null: that side has none of it. */
export interface UnitDifference {
  readonly unit: Unit;
  readonly postgres: UnitRows | null;
  readonly mirror: UnitRows | null;
}

export interface TableCheck {
  /** How many there are in PostgreSQL. */
  readonly units: number;
  readonly rows: number;
  /** Empty: the copy has the same rows. */
  readonly differing: readonly UnitDifference[];
  /** More units differ than are named. */
  readonly more: boolean;
  /** Columns that the copy does not have, or that have no text to compare. */
  readonly notCompared: readonly string[];
}

/** How many units that differ are named. */
const mostNamed = 100;

/**
 * Compares the copy of a table with PostgreSQL, unit by unit: the number of rows, and the exact sum of the rows' hashes,
 * which each engine computes in its own SQL from what it has stored. Rows that differ pass unseen with a probability of
 * about 2^-64 (2^-60 where the server has no fast hash). The client is in a transaction that began with `exactReading`
 * and sees the state that the copy is in.
 *
 * @throws what DuckDB or PostgreSQL throws; a difference is no error
 */
export async function checkTable(options: BothEngines & CheckedTable): Promise<TableCheck> {
  const { duck, client, table } = options;
  const { columns, notCompared } = await storedColumns(duck, options);
  const unit = table.unit.flatMap((name) => columns.get(name) ?? []);
  const hasher = rowHasher(duck, await chooseHash(duck, client));
  const query = unitsQuery({
    unit,
    rowHash: await hasher.row([...columns.values()]),
    unitHash: unit.length === 0 ? undefined : await hasher.row(namedUnit(unit)),
    from: { duck: copyName(table), postgres: sourceName(table) },
  });
  const inGroups = await askBoth({ duck, client }, query.inGroups);
  const total = (name: string) => inGroups.postgres.reduce((sum, group) => sum + Number(group[name]), 0);
  const found = { units: total('units'), rows: total('rows'), notCompared };
  const groups = differences(inGroups);
  if (groups.length === 0) return { ...found, differing: [], more: false };
  const some = groups.slice(0, mostNamed).map(({ key }) => key);
  const differing = differences(await askBoth({ duck, client }, query.unitsOf(some)));
  return {
    ...found,
    differing: differing.slice(0, mostNamed).map(({ postgres, duck: mirror }) => ({
      unit: unit.map((_, index) => textOf((postgres ?? mirror)?.[`t${index}`])),
      postgres: rowsOf(postgres),
      mirror: rowsOf(mirror),
    })),
    more: groups.length > mostNamed || differing.length > mostNamed,
  };
}

type Row = Rows[number];

/** What both sides answered for one key; undefined: nothing. */
interface Difference {
  readonly key: string;
  readonly duck: Row | undefined;
  readonly postgres: Row | undefined;
}

/** The keys of which the answers differ, in their order. */
function differences(answers: { readonly duck: Rows; readonly postgres: Rows }): Difference[] {
  const byKey = (rows: Rows) => new Map(rows.map((row) => [String(row['key']), row]));
  const [duck, postgres] = [byKey(answers.duck), byKey(answers.postgres)];
  return [...new Set([...postgres.keys(), ...duck.keys()])]
    .map((key) => ({ key, duck: duck.get(key), postgres: postgres.get(key) }))
    .filter((one) => one.duck?.['rows'] !== one.postgres?.['rows'] || one.duck?.['digest'] !== one.postgres?.['digest'])
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

function rowsOf(row: Row | undefined): UnitRows | null {
  return row ? { rows: Number(row['rows']), digest: String(row['digest']) } : null;
}
