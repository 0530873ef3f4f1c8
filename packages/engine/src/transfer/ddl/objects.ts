import type { ClientBase } from 'pg';
import { messageOf, quoteIdentifier } from '../../base/index.ts';
import type { DuckCatalog } from '../../duckdb/index.ts';
import type { MigrationPlan } from '../plan/build-plan.ts';
import type { LedgerObject } from '../run/ledger.ts';
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
  /** All that the run will make or fill, for the ledger. */
  readonly written: readonly LedgerObject[];
}

/** Writes the DDL for the objects that the target lacks. */
export async function planObjects(plan: MigrationPlan, catalog: DuckCatalog): Promise<PlannedObjects> {
  const { translator } = plan;
  const created = plan.tables.filter(({ action }) => action === 'create');
  const newSchemas = new Set(created.map(({ target }) => target.schema).filter((schema) => !plan.schemas.has(schema)));
  const before = [...newSchemas].map((schema) => `CREATE SCHEMA ${quoteIdentifier(schema)}`);
  const { notes, after, written, before: sequences } = planSequences(plan, catalog, created);
  before.push(...sequences);
  written.push(...plan.tables.map(({ target, action }): LedgerObject => ({ kind: 'table', ...target, action })));
  for (const table of created) {
    const ddl = await createTableDdl(table, translator);
    before.push(...ddl.statements, ...commentStatements(table));
    notes.push(...ddl.notes);
    after.push(...(await constraintStatements(table, translator, notes)));
    after.push(...(await indexStatements(table, catalog, translator, notes)));
  }
  const quotedName = (schema: string, name: string) => plan.target(schema, name).quoted;
  after.push(...created.flatMap((table) => foreignKeyStatements(table, quotedName)));
  after.push(...(await viewStatements(catalog, plan.target, translator, notes)));
  const views = catalog.views.filter(({ schema, name }) => !plan.target(schema, name).exists);
  written.push(...views.map((view): LedgerObject => ({ kind: 'view', ...plan.targetOf(view), action: 'create' })));
  return { before, after, notes, written };
}

/** Runs the statements that precede the rows, all or none. */
export async function runBefore(client: ClientBase, { before }: PlannedObjects): Promise<void> {
  await client.query('BEGIN');
  try {
    for (const statement of before) await client.query(statement);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** Runs the statements that follow the rows. Gives a note for each object that PostgreSQL refused. */
export async function runAfter(client: ClientBase, { after }: PlannedObjects): Promise<ObjectNote[]> {
  const refused: ObjectNote[] = [];
  for (const { kind, name, sql } of after) {
    try {
      await client.query(sql);
    } catch (error) {
      refused.push({ kind, name, outcome: 'refused', reason: `PostgreSQL: ${messageOf(error)}` });
    }
  }
  return refused;
}
