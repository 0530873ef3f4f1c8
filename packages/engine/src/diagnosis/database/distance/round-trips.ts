import type { Pool } from 'pg';

export interface RoundTrip {
  readonly milliseconds: number;
  /** How far the server's clock is before ours, in milliseconds: as exact as half of the trip. */
  readonly ahead: number;
}

const trips = 20;

/** The shortest questions there are, one after the other on one connection; sorted, the quickest first. */
export async function roundTrips(pool: Pool): Promise<readonly RoundTrip[]> {
  const client = await pool.connect();
  try {
    const found: RoundTrip[] = [];
    for (let trip = 0; trip < trips; trip++) {
      const [began, beganAt] = [performance.now(), Date.now()];
      const { rows } = await client.query<{ now: number }>(
        'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now',
      );
      const milliseconds = performance.now() - began;
      found.push({ milliseconds, ahead: (rows[0]?.now ?? Number.NaN) - beganAt - milliseconds / 2 });
    }
    return found.toSorted((a, b) => a.milliseconds - b.milliseconds);
  } finally {
    client.release();
  }
}
