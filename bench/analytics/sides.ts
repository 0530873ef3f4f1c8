import { join } from 'node:path';
import type { Rollup } from '@fluxion/engine/base';
import { openMirror, withoutMirror, type Answering, type Mirror } from '@fluxion/engine/mirror';
import type { Workbench } from '../lib/workbench.ts';
import { openPlainFile, type PlainFile } from './plain-file.ts';
import type { Trial } from './trial.ts';

/** Whoever answers, over the same rows. */
export interface Sides {
  readonly plain: PlainFile;
  readonly mirror: Mirror;
  readonly postgres: Answering;
  close(): Promise<void>;
}

/** Nothing is cut off before: it is measured to its end. */
const patienceMs = 3_600_000;

/** Opens all three, the mirror when it is built. */
export async function openSides(
  bench: Workbench,
  rollups: readonly Rollup[],
  say: (line: string) => void,
): Promise<Sides> {
  const { url, directory } = bench;
  const plain = await openPlainFile(bench, rollups);
  const log = { info: say, warn: say };
  const mirror = openMirror({ url, folder: join(directory, 'mirror'), name: 'bench', rollups, log });
  const postgres = withoutMirror({ url, statementTimeoutMs: patienceMs });
  await mirror.whenReady(AbortSignal.timeout(patienceMs));
  return {
    plain,
    mirror,
    postgres,
    async close() {
      plain.close();
      await Promise.all([mirror.close(), postgres.close()]);
    },
  };
}

/** The mirror's rows, as fresh as can be, by the way that every question takes. @throws Error if PostgreSQL answered in its place */
export async function askMirror({ mirror }: Pick<Sides, 'mirror'>, trial: Trial): Promise<readonly unknown[]> {
  const { rows, engine, detour } = await trial.ask(mirror.query, { freshness: 'exact', budgetMs: patienceMs });
  if (engine !== 'mirror') throw new Error(`${trial.name}: PostgreSQL answered: ${detour}`);
  return rows;
}

export async function askPostgres({ postgres }: Sides, trial: Trial): Promise<readonly unknown[]> {
  return (await trial.ask(postgres.query)).rows;
}
