import type { TableVerification } from './verify/prove-table.ts';

/** What became of one object of the source. */
export interface ObjectReport {
  readonly kind: ObjectKind;
  /** As a person knows it in the source: `ventas`, `ventas.fecha`, `ventas: check (cantidad > 0)`. */
  readonly name: string;
  /** `same`: as it was; `changed`: there, but otherwise; `kept`: the target's own of that name stays; `refused`: not there. */
  readonly outcome: 'same' | 'changed' | 'kept' | 'refused';
  /** How it is changed and why, or why it is not there; absent for `same`. */
  readonly reason?: string;
  /** The source's own text of what was refused, for a person to carry across by hand. */
  readonly definition?: string;
}

export type ObjectKind =
  | 'schema'
  | 'type'
  | 'sequence'
  | 'table'
  | 'column'
  | 'default'
  | 'constraint'
  | 'index'
  | 'view'
  | 'macro';

/** Values of one column that PostgreSQL cannot hold. */
export interface LossReport {
  readonly table: string;
  readonly column: string;
  /** Why, as it is said of the values: `hold a NUL character, which PostgreSQL cannot keep in text`. */
  readonly reason: string;
  readonly count: number;
  /** Some of the values, as DuckDB prints them. */
  readonly examples: readonly string[];
  readonly outcome: 'rejected' | 'converted';
}

/** What became of one table's rows. */
export interface TableReport {
  readonly table: string;
  readonly action: 'create' | 'fill';
  /** Rows in the target that this migration brought, by this run or by those that it resumes. */
  readonly rows: number;
  /** Of them, those that this run copied; less than `rows` after `--resume`. */
  readonly copied: number;
  /** Rows that went to the reject file. */
  readonly rejected: number;
  /** From the first row's reading to the last row's commit. */
  readonly seconds: number;
  /** What the comparison of both sides found; absent if none was asked for. */
  readonly proof?: TableVerification;
}

/** What a migration did, or with `dryRun` would do. Serialisable as JSON. */
export interface MigrateReport {
  readonly file: string;
  readonly dryRun: boolean;
  /** ISO 8601. */
  readonly started: string;
  readonly seconds: number;
  /** The server's version, as it says it itself. */
  readonly server: string;
  /** How many of the rows' pieces an earlier run had already copied; undefined: this is no resumed run. */
  readonly resumed?: { readonly chunks: number; readonly of: number; readonly changed: number };
  readonly objects: readonly ObjectReport[];
  readonly tables: readonly TableReport[];
  readonly losses: readonly LossReport[];
  /** Sums over `tables`. */
  readonly rows: number;
  readonly rejected: number;
  /** Where the reject files are; absent if there are none. */
  readonly rejectsDirectory?: string;
  /** Tables that an interrupted earlier migration had left, and that were cleared first. */
  readonly cleared: readonly string[];
  /** The DDL of the plan, in the order in which it runs; what was refused stands in it as a comment. */
  readonly ddl: readonly string[];
  /** The most memory that the process has had, in bytes. */
  readonly peakMemoryBytes: number;
}

/** True if something of the source did not make it into the target, or is otherwise there than it should be. */
export function isPartial(report: Pick<MigrateReport, 'objects' | 'tables' | 'rejected'>): boolean {
  return (
    report.rejected > 0 ||
    report.objects.some(({ outcome }) => outcome === 'refused') ||
    report.tables.some(({ proof }) => proof !== undefined && !proof.equal)
  );
}
