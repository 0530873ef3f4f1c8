import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { answererName, type Answerer, type MirrorReply, type MirrorRequest } from './request.ts';

export interface AskOptions {
  readonly signal: AbortSignal;
  /** Hears how far each process is, whenever that changes. */
  readonly onProgress?: (who: Answerer, line: string) => void;
}

/** How long a request waits to be taken: by processes that are connected, and where none is seen, as behind a pooler. */
const takenWithinMs = { seen: 10_000, unseen: 1_500 } as const;
const lookEveryMs = 150;

/** Requests of those who were killed while they waited go with the next one. */
const askSql = `
  WITH old AS (DELETE FROM fluxion_mirror.requests WHERE at < now() - interval '1 day')
  INSERT INTO fluxion_mirror.requests (wanted) VALUES ($1) RETURNING id`;
const lookSql = `
  SELECT host, pid, progress, report, failure, heard < clock_timestamp() - interval '15 seconds' AS silent
  FROM fluxion_mirror.answers WHERE request = $1 ORDER BY host, pid`;

const answerersSql = `
  SELECT count(*)::int AS answerers FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1`;

interface Found extends Answerer {
  readonly progress: string | null;
  readonly report: unknown;
  readonly failure: string | null;
  /** It tells of itself twice a second while it works. */
  readonly silent: boolean;
}

/**
 * Asks every process that has a mirror of this database open and answers requests, and waits for all of them; empty if
 * there is none. A process that is killed meanwhile has failed.
 * @throws the signal's reason if it is aborted: what the processes are at goes on
 */
export async function askMirrors(
  pool: pg.Pool,
  request: MirrorRequest,
  { signal, onProgress }: AskOptions,
): Promise<readonly MirrorReply[]> {
  const { rows } = await pool.query<{ id: string }>(askSql, [request]);
  const id = rows[0]?.id;
  const hear = hearing(onProgress);
  const askedAt = performance.now();
  try {
    for (;;) {
      signal.throwIfAborted();
      const answerers = await answerersOf(pool);
      const { rows: found } = await pool.query<Found>(lookSql, [id]);
      found.forEach(hear);
      const replies = found.flatMap((one) => replyOf(one) ?? []);
      const patience = answerers === 0 ? takenWithinMs.unseen : takenWithinMs.seen;
      const taken = (answerers > 0 && found.length >= answerers) || performance.now() - askedAt > patience;
      if (taken && replies.length === found.length) return replies;
      await setTimeout(lookEveryMs);
    }
  } finally {
    await pool.query('DELETE FROM fluxion_mirror.requests WHERE id = $1', [id]);
  }
}

async function answerersOf(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ answerers: number }>(answerersSql, [answererName]);
  return rows[0]?.answerers ?? 0;
}

/** Tells what is new of each process. */
function hearing(onProgress: AskOptions['onProgress']): (found: Found) => void {
  const told = new Map<string, string>();
  return ({ host, pid, progress }) => {
    const key = `${host} ${pid}`;
    if (progress === null || told.get(key) === progress) return;
    told.set(key, progress);
    onProgress?.({ host, pid }, progress);
  };
}

/** Undefined while it works. */
function replyOf({ host, pid, report, failure, silent }: Found): MirrorReply | undefined {
  if (report !== null) return { host, pid, report };
  if (failure !== null) return { host, pid, failure };
  return silent ? { host, pid, failure: 'it does not answer any more' } : undefined;
}
