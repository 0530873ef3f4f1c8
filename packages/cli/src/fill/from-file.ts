import { resolve } from 'node:path';
import { FluxionError } from '@fluxion/engine/base';
import { chainProfile } from '@fluxion/engine/chain';
import { migrate, verify } from '@fluxion/engine/transfer';
import type { CommandContext } from '../command.ts';
import type { Database } from '../database/index.ts';
import { describeMigration, describeVerification } from '../transfer/index.ts';
import { migratedAt } from './migrated-at.ts';

interface FillFromFile extends Pick<CommandContext, 'terminal' | 'signal'> {
  readonly pool: Database['pool'];
  readonly file: string;
}

/**
 * Migrates a DuckDB file into Fluxion's schema and proves it; does nothing where exactly this file has been migrated.
 * @throws FluxionError SOURCE_* (the file), TARGET_MISFIT, COPY_FAILED, VERIFY_DIFFERS, INTERRUPTED
 */
export async function fillFromFile({ pool, file: path, terminal, signal }: FillFromFile): Promise<void> {
  const file = resolve(path);
  const finished = await migratedAt(pool, file);
  if (finished !== undefined) {
    terminal.note(
      `The database holds ${path} already: it was migrated on ${finished.slice(0, 'YYYY-MM-DD HH:MM'.length)} UTC.`,
    );
    return;
  }
  const options = { file, pool, schema: 'public', profile: chainProfile, progress: terminal.progress, signal };
  terminal.note(describeMigration(await migrate(options)));
  const report = await verify(options);
  const outcome = describeVerification(report);
  if (!report.equal) {
    const [, ...details] = outcome.split('\n');
    throw new FluxionError('VERIFY_DIFFERS', `PostgreSQL does not hold what ${path} holds.`, { details });
  }
  terminal.note(outcome);
}
