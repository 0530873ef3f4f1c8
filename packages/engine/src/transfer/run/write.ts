import { inTransaction } from '../../postgres/index.ts';
import { forgetObjects } from '../ledger/objects.ts';
import { finishRun, markProven } from '../ledger/runs.ts';
import { targetName } from '../plan/table-plan.ts';
import { valueRange } from '../plan/value-range.ts';
import type { MigrateReport, ObjectReport, TableReport } from '../report.ts';
import { copyTables, type CopiedTable } from './copy-tables.ts';
import { makeAfter } from './make-after.ts';
import { makeBefore, unlink } from './make-before.ts';
import type { Migration } from './migration.ts';
import { piecesOf, type TablePieces } from './pieces.ts';
import { withProver } from './prover.ts';

/** What a run has written. */
export interface Written {
  readonly tables: readonly TableReport[];
  /** The objects that PostgreSQL refused. */
  readonly refused: readonly ObjectReport[];
  readonly resumed: NonNullable<MigrateReport['resumed']>;
}

/** Writes all of a migration that is not there yet, under its run's id, and proves it. */
export async function write(migration: Migration, run: string): Promise<Written> {
  await makeBefore(migration, run);
  await prepareTables(migration, run);
  const pieces = await piecesOf(migration, run);
  return withProver(migration, run, async (prover) => {
    const copied = await copyTables(migration, run, pieces, (table) => prover.add(table));
    const refused = await makeAfter(migration, run);
    await finish(migration, run);
    const proofs = await prover.proofs();
    const tables = copied.map((table) => tableReport(table, proofs.get(targetName(table.pieces.plan))));
    if (tables.every(({ proof }) => proof?.equal)) await markProven(migration.session.client, { id: run });
    return { tables, refused, resumed: resumedOf(pieces) };
  });
}

async function prepareTables({ session, options, plan, approach, objects }: Migration, run: string): Promise<void> {
  const { client, duck } = session;
  for (const table of plan.tables) {
    if (table.action === 'create') continue;
    const range = (column: string) => valueRange(duck, table, column);
    await options.profile?.beforeCopy({ client, table: table.target.name, range });
  }
  if (!approach.changed) return;
  await inTransaction(client, async () => {
    await unlink(client, run);
    // Made again after the rows: keys between tables, and the sequences' positions, which the file may have moved.
    const again = objects.after.filter(({ phase }) => phase === 'foreign key' || phase === 'sequence');
    await forgetObjects(
      client,
      run,
      again.map(({ sql }) => sql),
    );
  });
}

/** Together: what is derived from the rows belongs to a run that has come to its end. */
async function finish({ session, options, plan }: Migration, run: string): Promise<void> {
  const { client } = session;
  const filled = plan.tables.filter(({ action }) => action === 'fill').map(({ target }) => target.name);
  await inTransaction(client, async () => {
    await options.profile?.afterCopy({ client, tables: filled });
    options.signal?.throwIfAborted();
    await finishRun(client, run);
  });
}

function tableReport({ pieces, rows, copied, seconds }: CopiedTable, proof: TableReport['proof']): TableReport {
  const { target, action } = pieces.plan;
  return { table: target.name, action, rows, copied, rejected: 0, seconds, ...(proof ? { proof } : {}) };
}

function resumedOf(pieces: readonly TablePieces[]): Written['resumed'] {
  const sum = (count: (table: TablePieces) => number) => pieces.reduce((total, table) => total + count(table), 0);
  return {
    chunks: sum(({ copied }) => copied.length),
    of: sum(({ chunks }) => chunks.length),
    changed: sum(({ removed }) => removed),
  };
}
