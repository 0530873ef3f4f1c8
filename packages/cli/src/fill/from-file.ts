import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { FluxionError } from '@fluxion/engine/base';
import { chainProfile } from '@fluxion/engine/chain';
import { fingerprint } from '@fluxion/engine/duckdb';
import { completedRun, markProven, migrate, verify, type TransferOptions } from '@fluxion/engine/transfer';
import type { CommandContext } from '../command.ts';
import { describeMigration, describeVerification } from '../transfer/index.ts';

interface FillFromFile extends Pick<CommandContext, 'terminal' | 'signal'> {
  readonly pool: TransferOptions['pool'];
  readonly file: string;
}

/**
 * Migrates a DuckDB file into Fluxion's schema and proves it. Where exactly this file has been migrated, only what is
 * missing of that is done: nothing, or the proof.
 * @throws FluxionError SOURCE_* (the file), TARGET_MISFIT, COPY_FAILED, VERIFY_DIFFERS, INTERRUPTED
 */
export async function fillFromFile({ pool, file: path, terminal, signal }: FillFromFile): Promise<void> {
  const file = resolve(path);
  const options = { file, pool, schema: 'public', profile: chainProfile, progress: terminal.progress, signal };
  const done = await earlierRun(pool, file);
  if (done) {
    const when = done.finished.slice(0, 'YYYY-MM-DD HH:MM'.length);
    terminal.note(`The database holds ${path} already: it was migrated on ${when} UTC.`);
    if (done.proven) return;
  } else {
    terminal.note(describeMigration(await migrate(options)));
  }
  await prove(options, path, terminal);
  const run = await earlierRun(pool, file);
  if (run) await markProven(pool, run);
}

/** The migration of this file, as it is now, into the database; undefined if there was none, or there is no file. */
async function earlierRun(pool: TransferOptions['pool'], file: string) {
  return existsSync(file) ? completedRun(pool, fingerprint(file)) : undefined;
}

async function prove(options: TransferOptions, path: string, terminal: FillFromFile['terminal']): Promise<void> {
  const report = await verify(options);
  const outcome = describeVerification(report);
  if (!report.equal) {
    const [, ...details] = outcome.split('\n');
    throw new FluxionError('VERIFY_DIFFERS', `PostgreSQL does not hold what ${path} holds.`, { details });
  }
  terminal.note(outcome);
}
