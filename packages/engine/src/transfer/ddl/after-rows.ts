import { quoteIdentifier, quoteLiteral, quoteQualified } from '../../base/index.ts';
import type { DuckCatalog, IndexSpec } from '../../duckdb/index.ts';
import { type TablePlan, targetName } from '../plan/table-plan.ts';
import { UntranslatableError, type Translator } from '../translate/index.ts';
import type { ObjectNote } from './create-table.ts';

/** A statement that may fail alone: what it makes, for the report. */
export interface ObjectStatement {
  readonly kind: ObjectNote['kind'];
  readonly name: string;
  readonly sql: string;
  /** The quoted name of the relation that it makes, of a view. */
  readonly creates?: string;
}

const list = (columns: readonly string[]) => columns.map(quoteIdentifier).join(', ');

/** Keys and checks of a table that was created, cheapest to have once its rows are in; foreign keys come apart, after all tables. */
export async function constraintStatements(
  plan: TablePlan,
  translator: Translator,
  notes: ObjectNote[],
): Promise<ObjectStatement[]> {
  const { source } = plan;
  const alter = (name: string, constraint: string): ObjectStatement => ({
    kind: 'constraint',
    name: `${plan.target.name}: ${name}`,
    sql: `ALTER TABLE ${targetName(plan)} ADD ${constraint}`,
  });
  const statements: ObjectStatement[] = [];
  if (source.primaryKey) statements.push(alter('primary key', `PRIMARY KEY (${list(source.primaryKey)})`));
  for (const columns of source.uniques)
    statements.push(alter(`unique (${columns.join(', ')})`, `UNIQUE (${list(columns)})`));
  for (const check of source.checks) {
    const sql = await translated(
      `${plan.target.name}: check ${check}`,
      'constraint',
      () => translator.expression(check),
      notes,
    );
    if (sql !== undefined) statements.push(alter(`check ${check}`, `CHECK (${sql})`));
  }
  return statements;
}

/** The foreign keys of a created table; `referenced` finds the target's name of a table that it points at. */
export function foreignKeyStatements(
  plan: TablePlan,
  referenced: (schema: string, table: string) => string,
): ObjectStatement[] {
  return plan.source.foreignKeys.map(({ columns, referencedTable, referencedColumns }) => ({
    kind: 'constraint',
    name: `${plan.target.name}: foreign key (${columns.join(', ')})`,
    sql: `ALTER TABLE ${targetName(plan)} ADD FOREIGN KEY (${list(columns)}) REFERENCES ${referenced(plan.source.schema, referencedTable)} (${list(referencedColumns)})`,
  }));
}

/** The indexes that CREATE INDEX made on a created table. */
export async function indexStatements(
  plan: TablePlan,
  catalog: DuckCatalog,
  translator: Translator,
  notes: ObjectNote[],
): Promise<ObjectStatement[]> {
  const own = catalog.indexes.filter(
    ({ schema, table }) => schema === plan.source.schema && table === plan.source.name,
  );
  const statements: ObjectStatement[] = [];
  for (const index of own) {
    const keys = await translated(`index ${index.name}`, 'index', () => indexKeys(index, translator), notes);
    if (keys === undefined) continue;
    const sql = `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${quoteIdentifier(index.name)} ON ${targetName(plan)} (${keys})`;
    statements.push({ kind: 'index', name: index.name, sql });
    if (index.comment !== null) {
      statements.push({
        kind: 'index',
        name: index.name,
        sql: `COMMENT ON INDEX ${quoteQualified(plan.target.schema, index.name)} IS ${quoteLiteral(index.comment)}`,
      });
    }
  }
  return statements;
}

async function indexKeys(index: IndexSpec, translator: Translator): Promise<string> {
  const keys = await Promise.all(index.expressions.map((expression) => translator.expression(expression)));
  return keys.map((key) => (key.startsWith('"') ? key : `(${key})`)).join(', ');
}

/** Comments on a created table and its columns. */
export function commentStatements(plan: TablePlan): string[] {
  const { source } = plan;
  const onTable =
    source.comment === null ? [] : [`COMMENT ON TABLE ${targetName(plan)} IS ${quoteLiteral(source.comment)}`];
  const onColumns = source.columns.flatMap(({ name, comment }) =>
    comment === null
      ? []
      : [`COMMENT ON COLUMN ${targetName(plan)}.${quoteIdentifier(name)} IS ${quoteLiteral(comment)}`],
  );
  return [...onTable, ...onColumns];
}

/** The views of the source that the target lacks, in the order in which they were made, so that each finds those it reads. */
export async function viewStatements(
  catalog: DuckCatalog,
  target: (schema: string, name: string) => { readonly quoted: string; readonly exists: boolean },
  translator: Translator,
  notes: ObjectNote[],
): Promise<ObjectStatement[]> {
  const statements: ObjectStatement[] = [];
  for (const view of catalog.views) {
    const { quoted, exists } = target(view.schema, view.name);
    if (exists) {
      notes.push({ kind: 'view', name: view.name, outcome: 'kept', reason: 'the target has its own of that name' });
      continue;
    }
    const query = await translated(`view ${view.name}`, 'view', () => translator.view(view), notes);
    if (query === undefined) continue;
    statements.push({
      kind: 'view',
      name: view.name,
      sql: `CREATE VIEW ${quoted} (${list(view.columns)}) AS ${query}`,
      creates: quoted,
    });
    if (view.comment !== null)
      statements.push({
        kind: 'view',
        name: view.name,
        sql: `COMMENT ON VIEW ${quoted} IS ${quoteLiteral(view.comment)}`,
      });
  }
  return statements;
}

async function translated(
  name: string,
  kind: ObjectNote['kind'],
  work: () => Promise<string>,
  notes: ObjectNote[],
): Promise<string | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UntranslatableError)) throw error;
    notes.push({ kind, name, outcome: 'refused', reason: error.message });
    return undefined;
  }
}
