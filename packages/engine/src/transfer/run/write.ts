import type { MigrateReport, ObjectReport, TableReport } from '../report.ts';
import { copyTables } from './copy-tables.ts';
import { conclude, finish } from './finish.ts';
import { makeAfter } from './objects/make-after.ts';
import type { Migration } from './migration.ts';
import { prepare } from './prepare.ts';
import { withProver } from './prover.ts';
import { resumedOf, tableReports } from './table-reports.ts';

/** What a run has written. */
export interface Written {
  readonly tables: readonly TableReport[];
  /** The objects that PostgreSQL refused. */
  readonly refused: readonly ObjectReport[];
  readonly resumed: NonNullable<MigrateReport['resumed']>;
}

/** Writes all of a migration that is not there yet, under its run's id, and proves it. */
export async function write(migration: Migration, run: string): Promise<Written> {
  const pieces = await prepare(migration, run);
  return withProver(migration, run, async (prover) => {
    const copied = await copyTables(migration, run, pieces, (table) => prover.add(table));
    const refused = await makeAfter(migration, run);
    await finish(migration, run);
    const tables = tableReports(copied, await prover.proofs());
    await conclude(migration, run, tables);
    return { tables, refused, resumed: resumedOf(pieces) };
  });
}
