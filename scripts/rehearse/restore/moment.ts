import { join } from 'node:path';
import { exportTo } from '../lib/chain.ts';
import { mebibytes, type Pool } from '../lib/rehearsal.ts';
import { stateOf, type DatabaseState } from '../lib/state.ts';
import type { Scene } from './scene.ts';

/** What a database is at a moment at which nobody writes. */
export interface Moment {
  /** As the server's clock has it. */
  readonly moment: string;
  readonly state: DatabaseState;
  /** The same state as a DuckDB file, by which `fluxion verify` proves a restored database. */
  readonly file: string;
}

/** Writes down what the database is now, in two ways that share nothing. */
export async function noteMoment({ directory, steps }: Scene, pool: Pool): Promise<Moment> {
  const file = join(directory, 'before.duckdb');
  const state = await steps.time(
    'the digest of every table',
    () => stateOf(pool),
    ({ size }) => `${size} tables and partitions`,
  );
  await steps.time('fluxion export of the same state', () => exportTo(file, pool), mebibytes);
  const { rows } = await pool.query<{ moment: string }>('SELECT clock_timestamp()::text AS moment');
  return { state, file, moment: rows[0]?.moment ?? '' };
}
