import pg from 'pg';
import { messageOf } from '../../../base/index.ts';

const canceled = '57014';
/**
 * Long enough for a slow network; a statement that cannot be cancelled ends by itself, before a time-out of the session would
 * cancel it.
 */
const sleepSeconds = 8;

/**
 * Whether one session may cancel the statement of another one of the same role: how a request ends whose caller has left.
 * @returns why not; undefined if it may
 */
export async function cancelsItself(pool: pg.Pool): Promise<string | undefined> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const sleeping = client.query(`SELECT pg_sleep(${sleepSeconds})`).then(
      () => 'it ran on',
      (error: unknown) => (error instanceof pg.DatabaseError && error.code === canceled ? undefined : messageOf(error)),
    );
    const refusal = await cancelUntil(pool, rows[0]?.pid ?? 0, sleeping);
    return refusal ?? (await sleeping);
  } finally {
    client.release(true);
  }
}

/** A cancellation that comes before the statement has begun is lost: it is sent again until the statement has ended. */
async function cancelUntil(pool: pg.Pool, pid: number, ended: Promise<unknown>): Promise<string | undefined> {
  const state = { running: true };
  const watching = ended.then(() => void (state.running = false));
  while (state.running) {
    try {
      await pool.query('SELECT pg_cancel_backend($1), pg_sleep(0.05)', [pid]);
    } catch (error) {
      return messageOf(error);
    }
  }
  await watching;
  return undefined;
}
