import type { DuckDBConnection } from '@duckdb/node-api';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { FluxionError, messageOf } from '../../base/index.ts';
import type { TablePlan } from '../plan/table-plan.ts';
import { copyThroughOneStream } from './copy-stream.ts';
import { readingQueries } from './row-ranges.ts';

export interface CopyTableContext {
  readonly pool: Pool;
  /** One DuckDB connection for each stream. */
  readonly ducks: readonly DuckDBConnection[];
  readonly plan: TablePlan;
  readonly sessionSettings: readonly string[];
  /** Called in each stream's transaction before its rows. */
  readonly onBegin: (client: PoolClient) => Promise<void>;
  readonly onRows: (rows: number) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Moves a table's rows through as many COPY streams as there is work and DuckDB connections for. Each stream has a
 * transaction of its own; none commits before all are done.
 * @throws FluxionError COPY_FAILED with PostgreSQL's reason, DATABASE_UNREACHABLE if the connection is lost. Only if that
 * happens between two commits does a stream's share stay, until the run is taken back.
 */
export async function copyTable(context: CopyTableContext): Promise<void> {
  const { plan, ducks, pool } = context;
  const [first] = ducks;
  if (!first) throw new FluxionError('INTERNAL', 'A copy needs at least one DuckDB connection.');
  const queries = await readingQueries(first, plan);
  const next = () => queries.shift();
  const streams = ducks.slice(0, Math.max(1, queries.length));
  // One stream's failure stops the others at their next block.
  const failed = new AbortController();
  const signal = context.signal ? AbortSignal.any([context.signal, failed.signal]) : failed.signal;
  const clients: PoolClient[] = [];
  let broken = false;
  try {
    for (const _ of streams) clients.push(await connectQuietly(pool));
    await Promise.all(clients.map((client) => begin(client, context)));
    const work = clients.map((client, index) => {
      const duck = streams[index] ?? first;
      return copyThroughOneStream({ ...context, duck, client, signal }, next).catch((error: unknown) => {
        failed.abort(error);
        throw error;
      });
    });
    const outcomes = await Promise.allSettled(work);
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure) throw failed.signal.aborted ? failed.signal.reason : failure.reason;
    await Promise.all(clients.map((client) => client.query('COMMIT')));
  } catch (error) {
    broken = true;
    throw copyError(plan, error, context.signal);
  } finally {
    for (const client of clients) release(client, broken);
  }
}

/** A connection that is lost fails the query under way; its error event says nothing more. */
function ignore(): void {}

async function connectQuietly(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  client.on('error', ignore);
  return client;
}

/** A connection that broke in a COPY is closed, not handed to the next: the server rolls its transaction back. */
function release(client: PoolClient, broken: boolean): void {
  if (!broken) client.off('error', ignore);
  client.release(broken);
}

async function begin(client: PoolClient, { sessionSettings, onBegin }: CopyTableContext): Promise<void> {
  await client.query('BEGIN');
  for (const setting of sessionSettings) await client.query(setting.replace(/^SET (?!LOCAL|SESSION)/i, 'SET LOCAL '));
  await onBegin(client);
}

/** What PostgreSQL says when it goes: shut down, crashed, or ended this connection. */
const goneCodes = new Set(['57P01', '57P02', '57P03']);

function copyError(plan: TablePlan, error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted || error instanceof FluxionError) return error;
  const table = plan.target.name;
  if (!(error instanceof DatabaseError) || goneCodes.has(error.code ?? '')) {
    const message = `${table}: the connection to PostgreSQL was lost while rows were copied: ${messageOf(error)}. Run the command again; the next run takes back what was written.`;
    return new FluxionError('DATABASE_UNREACHABLE', message, { cause: error });
  }
  const where = error.where === undefined ? '' : ` (${error.where.split('\n', 1)[0]})`;
  return new FluxionError('COPY_FAILED', `${table}: PostgreSQL refused its rows: ${error.message}${where}.`, {
    cause: error,
  });
}
