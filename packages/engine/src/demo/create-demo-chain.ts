import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { FluxionError, silentProgress, type Progress } from '../base/index.ts';
import { planDemo, yesterday } from './plan.ts';
import { openSession, type DemoSession } from './session.ts';
import { demoStages, type Stage } from './stages.ts';
import { storeCount } from './stores/stores.ts';

export interface DemoOptions {
  /** The DuckDB file to write; it must not exist yet. */
  readonly file: string;
  /** The exact number of lines in ventas_raw, from 1 to a billion. */
  readonly rows: number;
  /**
   * The last business date, 'YYYY-MM-DD'; default yesterday, so that alerts and orders look like those of a chain at work.
   * The data spans the thirteen months ending on it.
   */
  readonly until?: string;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
  /** DuckDB threads; default: all cores. The data does not depend on it. */
  readonly threads?: number;
}

export interface DemoChain {
  readonly rows: number;
  readonly stores: number;
  /** First and last business date. */
  readonly from: string;
  readonly to: string;
}

/**
 * Writes a DuckDB database file of a made-up Venezuelan chain of sixteen stores and two distribution centres, in Fluxion's
 * tables and column names, ready to be migrated. The same `rows` and `until` give the same data on every machine.
 *
 * Temporary data spills to a folder next to the file, which is removed at the end. A run that fails leaves no file.
 * @throws FluxionError USAGE if an option is out of range or the file exists; INTERRUPTED if `signal` is aborted
 */
export async function createDemoChain(options: DemoOptions): Promise<DemoChain> {
  const { file, progress = silentProgress, signal } = options;
  const plan = planDemo(options.rows, options.until ?? yesterday(new Date()));
  if (existsSync(file))
    throw new FluxionError('USAGE', `${file} exists already. Give a path where there is no file yet.`);
  const session = await openSession(file, signal, options.threads);
  try {
    for (const stage of demoStages(plan)) await runStage(session, stage, progress);
    await session.run('CHECKPOINT');
    await session.close();
  } catch (error) {
    await session.close();
    await Promise.all([file, `${file}.wal`].map((path) => rm(path, { force: true })));
    throw error;
  }
  return { rows: plan.rows, stores: storeCount, from: plan.from, to: plan.until };
}

async function runStage(
  session: DemoSession,
  { label, totalRows, statements }: Stage,
  progress: Progress,
): Promise<void> {
  const stage = progress.stage(label, totalRows);
  for (const sql of statements) {
    const changed = await session.run(sql);
    if (sql.startsWith('INSERT')) stage.advance(changed);
  }
  stage.end();
}
