import { openPool } from '@fluxion/engine/postgres';
import type { Steps } from './steps.ts';

/** What a rehearsal is given. */
export interface RehearsalOptions {
  /** Sales lines of the made-up chain. */
  readonly rows: number;
  /** An empty folder, which servers of any user may enter; it is removed afterwards, and servers in it are ended. */
  readonly directory: string;
  /** The npm package that brings PostgreSQL. */
  readonly distribution: string;
  /** PostgreSQL settings of its servers, as `{ fsync: 'off' }` where no figure is wanted. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly steps: Steps;
}

export type Rehearsal = (options: RehearsalOptions) => Promise<void>;

export type Pool = ReturnType<typeof openPool>;

/** Works on a database and closes the connections. */
export async function withPool<T>(url: string, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool({ url, applicationName: 'fluxion-rehearsal' });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** A size for a person: `812 MiB`. */
export const mebibytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`;
