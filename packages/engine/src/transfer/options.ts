import type { ClientBase, Pool } from 'pg';
import type { Progress } from '../base/index.ts';

/** What a target's own schema declares to the migrator, so that a file of an older shape fits it. */
export interface TargetProfile {
  /** DuckDB SQL to read a source table with, given its columns' names and types; undefined: as it is. */
  selectFor(table: string, columns: ReadonlyMap<string, string>): string | undefined;
  /** By table, as `schema.name`: which of its rows `afterCopy` makes from what was copied, as a condition. They go with that. */
  readonly derived: Readonly<Record<string, string>>;
  /** Statements for every connection that copies rows. */
  readonly sessionSettings: readonly string[];
  /** Makes room for a table's rows. `range` gives the least and the most value of a column of what will be copied, as text. */
  beforeCopy(context: BeforeCopy): Promise<void>;
  /** Takes away what would hold the changes up, before the first of them; `afterCopy` brings it back. */
  loosen(context: ChangeContext): Promise<void>;
  /** Brings up to date what depends on the changed tables. Within a transaction. */
  afterCopy(context: ChangeContext): Promise<void>;
}

export interface ChangeContext {
  readonly client: ClientBase;
  readonly changes: readonly TableChange[];
}

/** What a migration takes out of a table that stood there before, and brings to it. */
export interface TableChange {
  readonly table: string;
  /** Rows of these days alone, of the column whose dates divide the table, as PostgreSQL prints them; undefined: any rows. */
  readonly days?: readonly string[];
}

export interface BeforeCopy {
  readonly client: ClientBase;
  readonly table: string;
  range(column: string): Promise<{ min: string; max: string } | undefined>;
}

/** What a migration and its verification both need to know. */
export interface TransferOptions {
  /** Path of the DuckDB database file. */
  readonly file: string;
  readonly pool: Pool;
  /** The PostgreSQL schema that stands for DuckDB's `main`; other schemas keep their names. */
  readonly schema: string;
  /** Just these tables; undefined: all. */
  readonly only?: readonly string[];
  /** Not these tables. */
  readonly exclude?: readonly string[];
  /** By table: the DuckDB query to read it with. */
  readonly selects?: Readonly<Record<string, string>>;
  readonly profile?: TargetProfile;
  /** What becomes of values that PostgreSQL cannot hold; by default as in the migration that is resumed or compared, else `fail`. */
  readonly onLoss?: OnLoss;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/** `fail`: nothing is written; `reject`: their rows go to a file; `convert`: the nearest value that PostgreSQL holds. */
export type OnLoss = 'fail' | 'reject' | 'convert';

export interface MigrateOptions extends TransferOptions {
  /** COPY streams within one table. */
  readonly jobs?: number;
  /** Plan only: nothing is written. */
  readonly dryRun?: boolean;
  /** Goes on with a migration that broke off. */
  readonly resume?: boolean;
  /** With `resume`, for a file that has changed since, also after a whole migration: copies the pieces that differ. */
  readonly changed?: boolean;
  /** Begins anew: takes back a migration that broke off, and empties the tables that hold rows. */
  readonly replace?: boolean;
  /** Compares each table with its source once its rows are there; default: true. */
  readonly verify?: boolean;
  /** Where `TABLE.rejects.ndjson` files go; needed with `onLoss: 'reject'`. */
  readonly rejectsDirectory?: string;
  /** Worth nothing half done: what it wrote is taken back if it fails, at once or by `recoverTarget`. */
  readonly disposable?: boolean;
}
