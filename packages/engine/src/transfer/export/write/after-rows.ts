import { messageOf, quoteIdentifier, quoteLiteral, quoteQualified } from '../../../base/index.ts';
import type { PlannedTable } from '../choose-ways.ts';
import { fileName, fileSchema } from '../file-plan.ts';
import type { ObjectReport } from '../../report.ts';
import type { ExportedIndex, ExportedView } from '../read/index.ts';
import { translate, translateQuery, type WriteContext } from './context.ts';
import { list, mostKeyedRows, tableName } from './create-table.ts';

/** Makes what a table has beside its rows: the keys of a large one, indexes, comments. A failure is reported and undoes nothing. */
export async function writeAfterRows(context: WriteContext, planned: PlannedTable): Promise<void> {
  const { table, rows } = planned;
  const path = fileName(context.options, table.schema, table.name);
  if (rows > mostKeyedRows) await writeLargeKeys(context, planned, path);
  for (const index of table.indexes) await writeIndex(context, planned, index, path);
  await writeComments(context, planned);
}

async function writeLargeKeys(context: WriteContext, planned: PlannedTable, path: string): Promise<void> {
  const { primaryKey, uniques } = planned.table;
  if (primaryKey) {
    const object = { kind: 'constraint', name: `${path}: primary key` } as const;
    await attempt(context, object, `ALTER TABLE ${tableName(planned)} ADD PRIMARY KEY (${list(primaryKey)})`);
  }
  for (const columns of uniques) {
    const definition = `UNIQUE (${list(columns)})`;
    const reason = `DuckDB would keep an index of ${planned.rows} rows in memory for it`;
    const name = `${path}: unique (${columns.join(', ')})`;
    context.report({ kind: 'constraint', name, outcome: 'refused', reason, definition });
  }
}

async function writeIndex(
  context: WriteContext,
  planned: PlannedTable,
  { name, unique, plain, expressions, definition, comment }: ExportedIndex,
  path: string,
): Promise<void> {
  const object = { kind: 'index', name: fileName(context.options, planned.table.schema, name), definition } as const;
  const refuse = (reason: string) => context.report({ ...object, outcome: 'refused', reason });
  if (planned.rows > mostKeyedRows)
    return refuse(`DuckDB would keep an index of ${planned.rows} rows in memory for it`);
  const keys = expressions.map((expression) => translate(context, expression, planned));
  if (!plain) return refuse('DuckDB has no such index');
  if (keys.includes(undefined)) return refuse('not known to mean the same in DuckDB');
  const quoted = keys.map((key) => (key?.startsWith('"') ? key : `(${key})`)).join(', ');
  const sql = `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${quoteIdentifier(name)} ON ${tableName(planned)} (${quoted})`;
  const made = await attempt(context, { ...object, name: `${path}: ${name}` }, sql);
  if (made && comment !== null) {
    await context.duck.run(`COMMENT ON INDEX ${quoteQualified(planned.schema, name)} IS ${quoteLiteral(comment)}`);
  }
}

async function writeComments({ duck }: WriteContext, planned: PlannedTable): Promise<void> {
  const name = tableName(planned);
  const { comment, columns } = planned.table;
  if (comment !== null) await duck.run(`COMMENT ON TABLE ${name} IS ${quoteLiteral(comment)}`);
  for (const column of columns) {
    if (column.comment === null) continue;
    await duck.run(`COMMENT ON COLUMN ${name}.${quoteIdentifier(column.name)} IS ${quoteLiteral(column.comment)}`);
  }
}

/** Makes the views that can be said in DuckDB; the others are reported with their own text. */
export async function writeView(context: WriteContext, view: ExportedView): Promise<void> {
  const { options, duck } = context;
  const object: Pick<ObjectReport, 'kind' | 'name' | 'definition'> = {
    kind: 'view',
    name: fileName(options, view.schema, view.name),
    definition: view.definition,
  };
  const refuse = (reason: string) => context.report({ ...object, outcome: 'refused', reason });
  if (view.kind !== 'view') return refuse(`a ${view.kind}, which DuckDB does not have`);
  const query = translateQuery(context, view.definition);
  if (query === undefined) return refuse('its query is not known to mean the same in DuckDB');
  const quoted = quoteQualified(fileSchema(options, view.schema), view.name);
  const made = await attempt(context, object, `CREATE VIEW ${quoted} AS ${query}`);
  if (made && view.comment !== null) await duck.run(`COMMENT ON VIEW ${quoted} IS ${quoteLiteral(view.comment)}`);
}

/** Runs a statement that may fail. @returns whether it was carried out */
async function attempt(
  { duck, report }: WriteContext,
  object: Pick<ObjectReport, 'kind' | 'name' | 'definition'>,
  sql: string,
): Promise<boolean> {
  try {
    await duck.run(sql);
    report({ kind: object.kind, name: object.name, outcome: 'same' });
    return true;
  } catch (error) {
    report({
      ...object,
      definition: object.definition ?? sql,
      outcome: 'refused',
      reason: messageOf(error).split('\n', 1)[0] ?? '',
    });
    return false;
  }
}
