import type { MigrateReport, ObjectReport, TableReport } from '../report.ts';
import { copyTables } from './copy-tables.ts';
import { conclude, finish } from './finish.ts';
import { makeObjects } from './objects/index.ts';
import type { Migration } from './migration.ts';
import { prepare } from './prepare.ts';
import { withProver } from './prover.ts';
import { resumedOf, tableReports } from './table-reports.ts';

/** What a run has written. */
export interface Written {
  readonly tables: readonly TableReport[];
  /** The objects of which more came out than was planned: PostgreSQL refused them, or views answer otherwise. */
  readonly objects: readonly ObjectReport[];
  readonly resumed: NonNullable<MigrateReport['resumed']>;
}

/** Writes all of a migration that is not there yet, under its run's id, and proves it. */
export async function write(migration: Migration, run: string): Promise<Written> {
  const pieces = await prepare(migration, run);
  return withProver(migration, run, async (prover) => {
    const copied = await copyTables(migration, run, pieces, (table) => prover.add(table));
    const objects = await makeObjects(migration, run);
    await finish(migration, run, pieces);
    const tables = tableReports(copied, await prover.proofs());
    await conclude(migration, run, tables);
    return { tables, objects, resumed: resumedOf(pieces) };
  });
}
