import type { Pool } from 'pg';

/** A database that answers, and what is wanted of it. */
export interface AskedDatabase {
  readonly pool: Pool;
  readonly url: string;
  /** `rds`: what a chain's production on Amazon RDS needs besides. */
  readonly target: 'rds' | undefined;
  /** How many processes of `fluxion up` there are to be. */
  readonly processes: number;
  /** Of the DuckDB file that is to be migrated, with its log; 0: there is none. */
  readonly sourceBytes: number;
  /** What the server has for data, as far as somebody knows: a server tells nobody. */
  readonly storageBytes: number | undefined;
}
