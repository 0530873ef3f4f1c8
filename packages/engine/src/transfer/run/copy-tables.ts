import { FluxionError, silentProgress, type Progress, type ProgressStage } from '../../base/index.ts';
import { copyError, copyTransfer, runPieces, transfersOf } from '../copy/index.ts';
import type { CopyTransferContext, Transfer, Work } from '../copy/index.ts';
import { targetName } from '../plan/table-plan.ts';
import { rowCount } from '../plan/value-range.ts';
import { withConnections } from './connections.ts';
import { settingsFor, streamsOf, type Migration } from './migration.ts';
import type { TablePieces } from './pieces.ts';

/** One stream: a connection to each side. */
interface Worker {
  readonly duck: CopyTransferContext['duck'];
  readonly client: CopyTransferContext['client'];
}

/** How far a table's copying has come. */
export interface CopiedTable {
  readonly pieces: TablePieces;
  /** Rows that the plan reads. */
  readonly expected: number;
  /** Rows in the target, brought by this run or before. */
  rows: number;
  /** Of them, those brought by this run. */
  copied: number;
  /** By `performance.now()`; 0: not yet. */
  started: number;
  seconds: number;
  stage?: ProgressStage;
}

interface TableWork extends Work<Transfer> {
  readonly table: CopiedTable;
}

/**
 * Copies the pieces that are not there yet through several streams, which share a table's pieces and go on to the next
 * table by themselves. `onFinished` hears of each table when its rows are all committed.
 *
 * @throws FluxionError COPY_FAILED with PostgreSQL's reason, DATABASE_UNREACHABLE, INTERRUPTED; what is committed stays
 */
export async function copyTables(
  migration: Migration,
  run: string,
  all: readonly TablePieces[],
  onFinished: (table: CopiedTable) => void,
): Promise<CopiedTable[]> {
  const { options, plan } = migration;
  const works: TableWork[] = [];
  for (const pieces of all) {
    const name = targetName(pieces.plan);
    const table = await begin(migration, pieces);
    works.push({
      name,
      waitsFor: plan.waitsFor.get(name) ?? [],
      pieces: transfersOf(pieces.division, pieces.open),
      table,
    });
  }
  const failed = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failed.signal]) : failed.signal;
  const copyOne = async ({ duck, client }: Worker, { table }: TableWork, transfer: Transfer) => {
    try {
      const rows = await copyTransfer({
        run,
        duck,
        client,
        plan: table.pieces.plan,
        transfer,
        sessionSettings: settingsFor(migration, table.pieces.plan.action),
        onRows: progressOf(table, options.progress),
        signal,
      });
      table.rows += rows;
      table.copied += rows;
    } catch (error) {
      // One stream's failure stops the others at their next block; theirs is only an echo of it.
      if (!failed.signal.aborted) {
        const { name } = table.pieces.plan.target;
        failed.abort(copyError(options.file, name, error, options.signal));
      }
      throw failed.signal.reason;
    }
  };
  const finish = ({ table }: TableWork) => {
    if (table.started > 0) table.seconds = (performance.now() - table.started) / 1000;
    table.stage?.end();
    onFinished(table);
  };
  await withWorkers(migration, (workers) => runPieces(works, workers, copyOne, finish));
  for (const { table } of works) await refuseMiscount(table);
  return works.map(({ table }) => table);
}

async function begin({ session }: Migration, pieces: TablePieces): Promise<CopiedTable> {
  const rows = pieces.copied.reduce((sum, copied) => sum + copied.rows, 0);
  const expected = await rowCount(session.duck, pieces.plan);
  return { pieces, expected, rows, copied: 0, started: 0, seconds: 0 };
}

/** The stage of a table begins with its first rows: hundreds of tables may be waiting. */
function progressOf(table: CopiedTable, progress: Progress = silentProgress): (rows: number) => void {
  const { pieces, expected, rows } = table;
  if (table.started === 0) {
    table.started = performance.now();
    table.stage = progress.stage(pieces.plan.target.name, Math.max(0, expected - rows));
  }
  return (count) => table.stage?.advance(count);
}

/** A query of --select that gives other rows each time would lose some between its pieces. */
function refuseMiscount({ pieces: { plan }, rows, expected }: CopiedTable): void {
  if (rows === expected) return;
  const message = `${plan.target.name}: ${rows} rows were read where ${expected} were counted. A query of --select must give the same rows each time.`;
  throw new FluxionError('COPY_FAILED', message);
}

/** A stream needs a connection to each side. */
function withWorkers(migration: Migration, work: (workers: readonly Worker[]) => Promise<void>): Promise<void> {
  return withConnections(migration, streamsOf(migration.options), async (clients) => {
    const workers: Worker[] = [];
    for (const client of clients) workers.push({ client, duck: await migration.session.source.connect() });
    await work(workers);
  });
}
