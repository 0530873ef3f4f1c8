import type { AsOf } from '../answer.ts';
import type { LimitedRows } from '../file/index.ts';
import type { SqlTable } from './tables.ts';

/** A person's statement, and how much it may take. */
export interface SqlRequest {
  readonly sql: string;
  readonly limits: { readonly rows: number; readonly characters: number };
  /** How long it may run when its turn has come. */
  readonly timeoutMs: number;
  /** How long it may wait for the copy. */
  readonly budgetMs: number;
  readonly signal: AbortSignal;
}

export interface SqlAnswer extends Pick<LimitedRows, 'columns' | 'rows' | 'truncated'> {
  readonly asOf: AsOf;
  /** The mirrored tables that it read. */
  readonly reads: readonly string[];
}

/** What persons may do with the copy by SQL. */
export interface SqlAccess {
  /** What can be asked now. @throws FluxionError MIRROR_BEHIND */
  tables(): Promise<readonly SqlTable[]>;
  /**
   * Runs one SELECT on the copy, in a state that includes every transaction that was committed before it was asked.
   * @throws SqlRefused if it may not run or DuckDB does not run it; FluxionError SQL_TIMEOUT; MIRROR_BEHIND if there is no copy
   * as new as that in time, MIRROR_BUSY if too many wait; what PostgreSQL says if it does not answer; or the signal's reason
   */
  query(request: SqlRequest): Promise<SqlAnswer>;
}
