import type { DuckDBConnection } from '@duckdb/node-api';
import type { PoolClient } from 'pg';
import type { Sums } from '../report.ts';

/** A store's business day of a delivery, as it is to be loaded. */
export interface Unit {
  readonly ubicacionId: string;
  /** YYYY-MM-DD. */
  readonly fecha: string;
  readonly rows: number;
  /** Of the feed's totals, by field. */
  readonly sums: Sums;
  /** Digest of the rows, whatever their order. */
  readonly digest: string;
}

/** A unit, and where its rows are. */
export interface PlannedUnit extends Unit {
  /** The numbers of its first and its last row in the staged table; no row of another unit is between them. */
  readonly first: number;
  readonly last: number;
  /** Lines of it that were rejected. */
  readonly rejected: number;
}

/** The tables of DuckDB that a delivery is in once its values are understood. */
export interface StagedTables {
  /**
   * Quoted. `line BIGINT, ubicacion_id VARCHAR, fecha DATE` and every other field of the feed by its name and type, NULL where
   * the delivery lacks it; of a feed of rows only `line` and the fields.
   */
  readonly rows: string;
  /**
   * Quoted. `line BIGINT, field VARCHAR, value VARCHAR, reason VARCHAR, ubicacion_id VARCHAR, fecha DATE`, and the feed's
   * totals by name as DECIMAL(38, scale), NULL where they cannot be read: one row for each rejected line.
   */
  readonly rejects: string;
}

/** What a writer works with, in the transaction of its units. */
export interface WriteContext {
  readonly client: PoolClient;
  readonly duck: DuckDBConnection;
  /**
   * A relation for DuckDB's FROM: the units' rows in the order of their lines, with the columns of `StagedTables.rows`, and
   * `n BIGINT`, which numbers the lines of each unit from 1 (with gaps where lines were rejected), and `carga_id VARCHAR`, the unit's row of the ledger.
   */
  readonly rows: string;
  /** At most some hundred, all of one month, by store and date. */
  readonly units: readonly Unit[];
  /** A stock count of some products only. */
  readonly partial: boolean;
  /** Called with numbers of rows as they are sent. */
  readonly onRows?: (rows: number) => void;
  /** Called with numbers of placeholders that were made. */
  readonly onPlaceholders?: (count: number) => void;
  readonly signal: AbortSignal | undefined;
}

/** What PostgreSQL holds of a unit after it was written; the loader compares it with the unit. */
export interface Written {
  readonly ubicacionId: string;
  readonly fecha: string;
  readonly rows: number;
  readonly sums: Sums;
  /** What is remarkable, such as a count that is older than the stock; one sentence. */
  readonly message?: string;
}

/** How units of one feed are put in the place of those that are there. */
export interface StoreDayWriter {
  /**
   * Looks at the delivery as a whole, and moves lines that cannot be loaded from `rows` to `rejects`.
   * @returns how many lines it moved
   */
  readonly check?: (duck: DuckDBConnection, tables: StagedTables) => Promise<number>;
  /**
   * Replaces the units, in a transaction that its caller has begun, with the facts' triggers off, and keeps everything
   * derived from them. The units' rows of the ledger are locked already.
   */
  readonly write: (context: WriteContext) => Promise<readonly Written[]>;
}
