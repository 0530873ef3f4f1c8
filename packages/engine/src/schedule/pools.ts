import type pg from 'pg';
import { openPool } from '../postgres/index.ts';

const statementTimeoutMs = 60_000;
/** A load that PostgreSQL works on for longer in one statement is stuck. */
const loadTimeoutMs = 15 * 60_000;

/** The connections of the queue and of the planner, and those of loads. */
export interface SchedulePools {
  readonly pool: pg.Pool;
  readonly loadPool: pg.Pool;
  end(): Promise<void>;
}

/** Opens the connections with which so many loads at a time are worked on. */
export function openPools(url: string, atOnce: number): SchedulePools {
  const pool = openPool({ url, applicationName: 'fluxion-schedule', max: 2, statementTimeoutMs });
  // One for each load, and two for short questions: so none waits for a connection that another one holds.
  const max = atOnce + 2;
  const loadPool = openPool({ url, applicationName: 'fluxion-load', max, statementTimeoutMs: loadTimeoutMs });
  return {
    pool,
    loadPool,
    async end() {
      await Promise.all([pool.end(), loadPool.end()]);
    },
  };
}
