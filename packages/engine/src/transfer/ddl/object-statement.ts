import type { ObjectKind, ObjectReport } from '../report.ts';

/** What follows the rows, in this order: the statements of one phase on different tables can run side by side. */
export const phases = ['key', 'index', 'check', 'foreign key', 'sequence', 'view'] as const;

export type Phase = (typeof phases)[number];

/** A statement that may fail alone. `kind` and `name` are those of the object's report. */
export interface ObjectStatement {
  readonly kind: ObjectKind;
  readonly name: string;
  readonly phase: Phase;
  /** The quoted name of the table that it works on; a view's and a sequence's own. */
  readonly table: string;
  readonly sql: string;
  /** The quoted name of the relation that it makes, of a view. */
  readonly creates?: string;
  /** The source's own text of the object, for the report if PostgreSQL refuses it. */
  readonly definition: string;
}

/** What becomes of one object: its report, and the statement that makes it if one does so on its own. */
export interface PlannedObject {
  readonly report: ObjectReport;
  readonly statement?: ObjectStatement;
}
