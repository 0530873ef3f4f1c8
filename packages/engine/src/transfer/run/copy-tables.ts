import { FluxionError, silentProgress } from '../../base/index.ts';
import { copyTable } from '../copy/copy-table.ts';
import { targetName, type TablePlan } from '../plan/table-plan.ts';
import { rowCount, valueRange } from '../plan/value-range.ts';
import type { TableReport } from '../report.ts';
import { noteStream } from './ledger.ts';
import type { Migration } from './migration.ts';

/** As many as the server's work and our own keep two cores busy with. */
const defaultStreams = 2;

type Duck = Migration['session']['duck'];

/** Copies the planned tables, one after the other, each through several streams. */
export async function copyTables(migration: Migration, run: string): Promise<TableReport[]> {
  const { session, options, plan } = migration;
  const ducks: Duck[] = [session.duck];
  while (ducks.length < (options.jobs ?? defaultStreams)) ducks.push(await session.source.connect());
  const reports: TableReport[] = [];
  for (const table of plan.tables) {
    options.signal?.throwIfAborted();
    reports.push(await copyOne(migration, run, table, ducks));
  }
  return reports;
}

async function copyOne(
  { session, options }: Migration,
  run: string,
  plan: TablePlan,
  ducks: readonly Duck[],
): Promise<TableReport> {
  const { profile, progress = silentProgress, signal, pool } = options;
  const started = performance.now();
  const isFill = plan.action === 'fill';
  if (isFill && profile) {
    const range = (column: string) => valueRange(session.duck, plan, column);
    await profile.beforeCopy({ client: session.client, table: plan.target.name, range });
  }
  const expected = await rowCount(session.duck, plan);
  const stage = progress.stage(plan.target.name, expected);
  let rows = 0;
  const onRows = (count: number) => {
    rows += count;
    stage.advance(count);
  };
  const sessionSettings = isFill ? (profile?.sessionSettings ?? []) : [];
  await copyTable({
    pool,
    ducks,
    plan,
    sessionSettings,
    onBegin: (client) => noteStream(client, run),
    onRows,
    signal,
  });
  if (rows !== expected) {
    const message = `${plan.target.name}: ${rows} rows were read where ${expected} were counted. A query of --select must give the same rows each time.`;
    throw new FluxionError('COPY_FAILED', message);
  }
  await session.client.query(`ANALYZE ${targetName(plan)}`);
  stage.end();
  return { table: plan.target.name, action: plan.action, rows, seconds: (performance.now() - started) / 1000 };
}
