import type pg from 'pg';
import { daysBetween, messageOf } from '../../base/index.ts';
import { dueUnits } from '../due/due-units.ts';
import type { LoadQueue } from '../queue/index.ts';
import { askedUnits, forgetOldDays } from './asked.ts';
import { scheduledSources } from './active-sources.ts';

/** Of the processes that want to take a turn at about the same time, one does. */
const claimSql = `
  UPDATE fluxion.planificador SET ultima_vuelta = now()
  WHERE ultima_vuelta IS NULL OR ultima_vuelta < now() - interval '50 seconds' OR ultima_vuelta > now() + interval '50 seconds'
  RETURNING now() AS ahora`;

const successSql = `UPDATE fluxion.planificador SET ultimo_exito = now(), pendientes = $1, mensaje = NULL`;
const failureSql = `UPDATE fluxion.planificador SET mensaje = $1`;

export interface Turn {
  /** Units that are due. */
  readonly due: number;
  /** Those of them that were added to the queue; the others are in it already. */
  readonly added: number;
}

/**
 * Adds what is due to the queue, and notes that it has. Time is the database's, so that no two processes disagree on it.
 * @returns undefined if another process has just done it
 * @throws what kept it from doing so, which it notes as well where it can
 */
export async function takeTurn(pool: pg.Pool, queue: Pick<LoadQueue, 'enqueue'>): Promise<Turn | undefined> {
  const { rows } = await pool.query<{ ahora: string }>(claimSql);
  const now = rows[0]?.ahora;
  if (now === undefined) return undefined;
  try {
    return await plan(pool, queue, new Date(now));
  } catch (error) {
    await pool.query(failureSql, [messageOf(error)]).catch(() => {});
    throw error;
  }
}

async function plan(pool: pg.Pool, queue: Pick<LoadQueue, 'enqueue'>, now: Date): Promise<Turn> {
  const due = dueUnits(now, await scheduledSources(pool), await askedUnits(pool));
  const { added } = await queue.enqueue(
    due.map(({ source, store, date }) => ({
      kind: 'source',
      source,
      store,
      date,
      // A backlog does not hold up today's sales.
      urgency: -daysBetween(date, now.toISOString().slice(0, 'YYYY-MM-DD'.length)),
    })),
  );
  await forgetOldDays(pool);
  await pool.query(successSql, [due.length]);
  return { due: due.length, added };
}
