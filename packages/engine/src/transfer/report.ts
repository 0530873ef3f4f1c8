import type { ObjectNote } from './ddl/create-table.ts';

/** What became of one table. */
export interface TableReport {
  readonly table: string;
  readonly action: 'create' | 'fill';
  readonly rows: number;
  readonly seconds: number;
}

/** What a migration did. Serialisable as JSON. */
export interface MigrateReport {
  readonly file: string;
  readonly dryRun: boolean;
  readonly tables: readonly TableReport[];
  readonly rows: number;
  readonly seconds: number;
  /** Whatever is in the target otherwise than in the source, or not at all, and why. */
  readonly notes: readonly ObjectNote[];
  /** Tables that an interrupted earlier migration had left, and that were cleared first. */
  readonly cleared: readonly string[];
  /** The DDL of the plan, in the order in which it runs. */
  readonly ddl: readonly string[];
}

/** True if some object of the source did not make it into the target. */
export function isPartial(report: Pick<MigrateReport, 'notes'>): boolean {
  return report.notes.some(({ outcome }) => outcome === 'refused');
}
