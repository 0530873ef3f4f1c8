import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { FluxionError } from '@fluxion/engine/base';
import { chainProfile } from '@fluxion/engine/chain';
import { fingerprint } from '@fluxion/engine/duckdb';
import { completedRun, markProven, migrate, unfinishedRuns, verify } from '@fluxion/engine/transfer';
import type { CommandContext } from '../command.ts';
import { addressOf, describeRun, describeVerification } from '../transfer/index.ts';

type Pool = Parameters<typeof verify>[0]['pool'];

interface FillFromFile extends Pick<CommandContext, 'terminal' | 'signal'> {
  readonly pool: Pool;
  /** The database's. */
  readonly url: string;
  readonly file: string;
}

/**
 * Migrates a DuckDB file into Fluxion's schema and proves it; a migration of it that broke off goes on. Where exactly this
 * file has been migrated, only what is missing of that is done: nothing, or the proof.
 * @throws FluxionError SOURCE_* (the file), TARGET_MISFIT, COPY_FAILED, VERIFY_DIFFERS, INTERRUPTED
 */
export async function fillFromFile({ pool, url, file: path, terminal, signal }: FillFromFile): Promise<void> {
  const file = resolve(path);
  const options = { file, pool, schema: 'public', profile: chainProfile, progress: terminal.progress, signal };
  const done = existsSync(file) ? await completedRun(pool, fingerprint(file)) : undefined;
  if (!done) {
    const resume = await brokeOff(pool, file);
    if (resume) terminal.note(`A migration of ${path} broke off: it goes on where it stopped.`);
    const report = await migrate({ ...options, resume, changed: resume });
    const outcome = describeRun({ report, onLoss: 'fail', target: addressOf(url) });
    if (report.tables.some(({ proof }) => proof?.equal === false)) throw differs(path, outcome);
    return terminal.note(outcome);
  }
  const when = done.finished.slice(0, 'YYYY-MM-DD HH:MM'.length);
  terminal.note(`The database holds ${path} already: it was migrated on ${when} UTC.`);
  if (done.proven) return;
  const report = await verify(options);
  if (!report.equal) throw differs(path, describeVerification(report));
  terminal.note(describeVerification(report));
  await markProven(pool, done);
}

/** Whether the last migration that has not come to its end is one of this file, and worth going on with. */
async function brokeOff(pool: Pool, file: string): Promise<boolean> {
  const [last] = await unfinishedRuns(pool);
  return last !== undefined && !last.disposable && last.source === file;
}

function differs(path: string, outcome: string): FluxionError {
  const [, ...details] = outcome.split('\n');
  return new FluxionError('VERIFY_DIFFERS', `PostgreSQL does not hold what ${path} holds.`, { details });
}
