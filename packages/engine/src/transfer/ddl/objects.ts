import { quoteIdentifier } from '../../base/index.ts';
import type { DuckCatalog } from '../../duckdb/index.ts';
import type { MigrationPlan } from '../plan/build-plan.ts';
import { targetName } from '../plan/table-plan.ts';
import {
  commentStatements,
  constraintStatements,
  foreignKeyStatements,
  indexStatements,
  viewStatements,
  type ObjectStatement,
} from './after-rows.ts';
import { createTableDdl, type ObjectNote } from './create-table.ts';
import { planSequences } from './sequences.ts';

/** The DDL of a plan: what must be there before the rows, what follows them, and what differs from the source. */
export interface PlannedObjects {
  /** One transaction: schemas, sequences, tables, comments. */
  readonly before: readonly string[];
  /** One by one: a failure is noted and undoes nothing else. */
  readonly after: readonly ObjectStatement[];
  readonly notes: ObjectNote[];
  /** Quoted names of the relations that `before` makes. */
  readonly created: readonly string[];
}

/** Writes the DDL for the objects that the target lacks. */
export async function planObjects(plan: MigrationPlan, catalog: DuckCatalog): Promise<PlannedObjects> {
  const created = plan.tables.filter(({ action }) => action === 'create');
  const newSchemas = new Set(created.map(({ target }) => target.schema).filter((schema) => !plan.schemas.has(schema)));
  const before = [...newSchemas].map((schema) => `CREATE SCHEMA ${quoteIdentifier(schema)}`);
  const { notes, after, before: sequences, names } = planSequences(plan, catalog, created);
  before.push(...sequences);
  for (const table of created) {
    const translator = plan.translator(table.source);
    const ddl = await createTableDdl(table, translator);
    before.push(...ddl.statements, ...commentStatements(table));
    notes.push(...ddl.notes);
    after.push(...(await constraintStatements(table, translator, notes)));
    after.push(...(await indexStatements(table, catalog, translator, notes)));
  }
  const quotedName = (schema: string, name: string) => plan.target(schema, name).quoted;
  after.push(...created.flatMap((table) => foreignKeyStatements(table, quotedName)));
  after.push(...(await viewStatements(catalog, plan.target, plan.translator(), notes)));
  return { before, after, notes, created: [...names, ...created.map(targetName)] };
}
