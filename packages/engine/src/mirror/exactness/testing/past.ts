import type { Pool } from 'pg';
import { readTables, type State } from './history.ts';
import type { Committed } from './writer.ts';

/** Before a crash, other transactions may have had the ids that those after it have. */
interface Era {
  readonly states: readonly State[];
  /** When the server was killed, in milliseconds since 1970. */
  readonly until: number;
}

/** All that has been committed, in its order. */
export class Past {
  readonly #pool: Pool;
  #states: State[];
  readonly #eras: Era[] = [];

  private constructor(pool: Pool, first: State) {
    this.#pool = pool;
    this.#states = [first];
  }

  static async begin(pool: Pool): Promise<Past> {
    return new Past(pool, { xid: 0n, at: 0, isDurable: true, tables: await readTables(pool, [], new Map()) });
  }

  get states(): readonly State[] {
    return this.#states;
  }

  get last(): number {
    return this.#states.length - 1;
  }

  /** The states as a snapshot of that time numbers their transactions. */
  statesAt(time: string): readonly State[] {
    return this.#eras.find(({ until }) => Date.parse(time) < until)?.states ?? this.#states;
  }

  async add(committed: Committed, pids: readonly number[]): Promise<void> {
    const before = this.#states.at(-1)?.tables ?? new Map();
    this.#states.push({ ...committed, tables: await readTables(this.#pool, pids, before) });
  }

  /** The server was killed: what it had not written to the disk is gone. @returns how many states are lost */
  async crash(until: number): Promise<number> {
    const { rows } = await this.#pool.query<{ kept: number; last: number }>(
      'SELECT count(*)::int AS kept, coalesce(max(state), 0) AS last FROM journal',
    );
    const [{ kept, last } = { kept: 0, last: 0 }] = rows;
    if (kept !== last) throw new Error('PostgreSQL has lost a transaction, but not those after it');
    const lost = this.#states.slice(last + 1);
    if (lost.some(({ isDurable }) => isDurable))
      throw new Error('PostgreSQL has lost a transaction that it had acknowledged');
    this.#eras.push({ states: this.#states, until });
    this.#states = this.#states.slice(0, last + 1);
    return lost.length;
  }
}
