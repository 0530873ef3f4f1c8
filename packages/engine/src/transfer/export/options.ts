import type { Pool } from 'pg';
import type { Progress } from '../../base/index.ts';
import type { ObjectReport } from '../report.ts';
import type { TableVerification } from '../verify/index.ts';

export interface ExportOptions {
  /** Path of the DuckDB database file that is made. */
  readonly file: string;
  readonly pool: Pool;
  /** The PostgreSQL schema that becomes DuckDB's `main`. */
  readonly schema: string;
  /** Further schemas, which keep their names; those that a migration brought come by themselves. */
  readonly alsoSchemas?: readonly string[];
  /** Just these tables, by name or by SCHEMA.NAME; undefined: all. */
  readonly only?: readonly string[];
  /** Not these tables. */
  readonly exclude?: readonly string[];
  /** Puts the new file in the place of one that is there. */
  readonly replace?: boolean;
  /** Compares each table of the file with PostgreSQL's; default: true. */
  readonly verify?: boolean;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/** What became of one table's rows. */
export interface ExportedTableReport {
  /** As the file has it: `ventas`, `otra.ventas`. */
  readonly table: string;
  readonly rows: number;
  readonly seconds: number;
  /** What the comparison of both sides found; absent if none was asked for. */
  readonly proof?: TableVerification;
}

/** What an export did. Serialisable as JSON. */
export interface ExportReport {
  readonly file: string;
  /** ISO 8601. */
  readonly started: string;
  readonly seconds: number;
  /** The server's version, as it says it itself. */
  readonly server: string;
  readonly objects: readonly ObjectReport[];
  readonly tables: readonly ExportedTableReport[];
  /** The sum over `tables`. */
  readonly rows: number;
  /** Every table that was asked for is in the file, and where it was compared, every value is the same. */
  readonly whole: boolean;
  /** The file's size; 0: a comparison differed, and so the file was not given its name but removed. */
  readonly bytes: number;
  /** The most memory that the process has had, in bytes. */
  readonly peakMemoryBytes: number;
}
