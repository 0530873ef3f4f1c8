import type { DuckDBConnection } from '@duckdb/node-api';
import { type Rollup, quoteIdentifier } from '../../../base/index.ts';
import { smallRowsJson } from '../../../duckdb/index.ts';
import type { Unit } from '../../declared.ts';
import type { Layout } from '../../notes/index.ts';
import { copyName, declaredName, unitBatches, unitColumns, unitsCondition } from '../table/index.ts';

/** So many units are summed up by one statement: some million rows of a large chain. */
const unitsAtOnce = 128;

/** The rollups of a table. */
export function rollupsOf(rollups: readonly Rollup[], { table }: Pick<Layout, 'table'>): readonly Rollup[] {
  return rollups.filter(({ of }) => of === declaredName(table));
}

/** What rollups depend on: other than before, they must be made anew. */
export function rollupsKey(rollups: readonly Rollup[]): string {
  return JSON.stringify(rollups.map(({ name, of, sql }) => [name, sql(of)]));
}

/** Makes the rollups' tables, empty. */
async function createRollups(duck: DuckDBConnection, rollups: readonly Rollup[], layout: Layout): Promise<void> {
  for (const { name, sql } of rollups) {
    const empty = `(SELECT * FROM ${copyName(layout.table)} WHERE false)`;
    await duck.run(`CREATE OR REPLACE TABLE main.${quoteIdentifier(name)} AS ${sql(`${empty} AS source`)}`);
  }
}

/** Removes the rollups that `key` names and that are not among those wanted. */
export async function dropOthers(duck: DuckDBConnection, key: string, wanted: readonly Rollup[]): Promise<void> {
  // Written by `rollupsKey`.
  const kept: [name: string, ...rest: unknown[]][] = JSON.parse(key);
  for (const [name] of kept) {
    const isWanted = wanted.some((rollup) => rollup.name === name);
    if (!isWanted) await duck.run(`DROP TABLE IF EXISTS main.${quoteIdentifier(name)}`);
  }
}

/** Makes the rollups anew, from all rows that the copy holds. Within the caller's transaction. */
export async function sumUp(duck: DuckDBConnection, rollups: readonly Rollup[], layout: Layout): Promise<void> {
  await createRollups(duck, rollups, layout);
  if (rollups.length === 0) return;
  for (const condition of conditionsOf(layout, await unitsWhere(duck, layout, 'true'))) {
    await insertSums(duck, rollups, layout, condition);
  }
}

/** Sums the units up anew, from the rows that the copy holds now. Within the caller's transaction. */
export async function refreshRollups(
  duck: DuckDBConnection,
  rollups: readonly Rollup[],
  layout: Layout,
  units: readonly Unit[],
): Promise<void> {
  if (rollups.length === 0) return;
  for (const condition of conditionsOf(layout, units)) {
    for (const { name } of rollups) await duck.run(`DELETE FROM main.${quoteIdentifier(name)} WHERE ${condition}`);
    await insertSums(duck, rollups, layout, condition);
  }
}

function conditionsOf(layout: Layout, units: readonly Unit[]): string[] {
  const columns = unitColumns(layout);
  return unitBatches(units, unitsAtOnce).map((batch) => unitsCondition(columns, batch));
}

async function insertSums(
  duck: DuckDBConnection,
  rollups: readonly Rollup[],
  layout: Layout,
  condition: string,
): Promise<void> {
  const rows = `(SELECT * FROM ${copyName(layout.table)} WHERE ${condition}) AS source`;
  for (const { name, sql } of rollups) {
    await duck.run(`INSERT INTO main.${quoteIdentifier(name)} BY NAME ${sql(rows)}`);
  }
}

/** The units that the rows of the condition are of. */
export async function unitsWhere(duck: DuckDBConnection, layout: Layout, condition: string): Promise<Unit[]> {
  const columns = unitColumns(layout);
  if (columns.length === 0) return [[]];
  const values = columns.map(({ name }, index) => `CAST(${quoteIdentifier(name)} AS VARCHAR) AS u${index}`).join(', ');
  const rows = await smallRowsJson(duck, `SELECT DISTINCT ${values} FROM ${copyName(layout.table)} WHERE ${condition}`);
  return rows.map((row) =>
    columns.map((_, index) => {
      const value = row[`u${index}`];
      return typeof value === 'string' ? value : null;
    }),
  );
}
