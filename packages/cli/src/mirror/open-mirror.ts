import { join, resolve } from 'node:path';
import type { SqlRunner } from '@fluxion/engine/base';
import { openMirror, type Mirror, type MirrorLog } from '@fluxion/engine/mirror';
import { rollups } from '@fluxion/engine/metrics';

export interface MirrorSettings {
  readonly url: string;
  /** The folder of the working data, which the mirror's is in. */
  readonly home: string;
  /** In MiB; undefined: a share of what there is. */
  readonly memory: number | undefined;
  /** After so long PostgreSQL gives up a question that it answers in the mirror's place. */
  readonly statementTimeoutMs?: number;
  readonly log: MirrorLog;
}

/** Files of different databases in one folder have different names, whatever address a database is reached by. */
const nameSql = `
  SELECT regexp_replace(current_database(), '[^A-Za-z0-9]+', '-', 'g') || '-' || system_identifier AS name
  FROM pg_control_system()`;

/** People, their rights and their sessions are nobody's to ask by SQL, even where somebody has them mirrored. */
const isHidden = (table: string): boolean => /^(?:fluxion\w*\.|usuarios)/.test(table);

/** Opens this process's mirror of the database, with the sums that Fluxion's own questions read. It is built behind. */
export async function openMirrorOf(db: SqlRunner, settings: MirrorSettings): Promise<Mirror> {
  const { home, memory, ...rest } = settings;
  const { rows } = await db.query<{ name: string }>(nameSql);
  const name = rows[0]?.name ?? 'mirror';
  const memoryLimit = memory === undefined ? undefined : `${memory}MiB`;
  return openMirror({ ...rest, folder: join(resolve(home), 'mirror'), name, memoryLimit, rollups, isHidden });
}
