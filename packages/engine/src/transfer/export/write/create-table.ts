import { quoteIdentifier, quoteQualified } from '../../../base/index.ts';
import type { PlannedColumn, PlannedTable } from '../choose-ways.ts';
import { fileName, fileSchema } from '../file-plan.ts';
import type { ExportedColumn } from '../read/index.ts';
import { isNamed } from './before-rows.ts';
import { translate, type WriteContext } from './context.ts';
import { isImplied } from './implied-check.ts';

/** DuckDB keeps an index in memory for every key; from so many rows on it makes none but primary keys, after the rows. */
export const mostKeyedRows = 200_000;

export const list = (columns: readonly string[]): string => columns.map(quoteIdentifier).join(', ');

/** A table's quoted name in the file. */
export function tableName({ schema, table }: PlannedTable): string {
  return quoteQualified(schema, table.name);
}

/** A constraint of a CREATE TABLE. */
export interface Clause {
  readonly kind: 'check' | 'key' | 'foreign key';
  /** As a person knows it: `ventas: check (...)`. */
  readonly name: string;
  readonly sql: string;
  /** PostgreSQL's own text. */
  readonly definition: string;
  readonly reason?: string;
}

/** Gives the columns of a CREATE TABLE of the table on whichever ways; reports what of them cannot be said in DuckDB, once. */
export function columnClauses(context: WriteContext, planned: PlannedTable): (current: PlannedTable) => string[] {
  const fallbacks = planned.columns.map((entry) => defaultOf(context, planned, entry));
  return ({ columns }) =>
    columns.map((entry, index) => {
      const { name, notNull } = entry.column;
      return `${quoteIdentifier(name)} ${typeText(context, entry)}${fallbacks[index] ?? ''}${notNull ? ' NOT NULL' : ''}`;
    });
}

/** A named enum by its name, which must be there. */
function typeText(context: WriteContext, { column, way }: PlannedColumn): string {
  const { kind, schema, name } = column.type;
  const named =
    kind === 'enum' && schema !== undefined && way.type.id === 'ENUM' && context.catalog.schemas.includes(schema);
  return named && isNamed(context, { schema, name })
    ? quoteQualified(fileSchema(context.options, schema), name)
    : way.type.text;
}

function defaultOf(context: WriteContext, planned: PlannedTable, { column }: PlannedColumn): string {
  const { options, catalog, report } = context;
  const { table } = planned;
  const name = `${fileName(options, table.schema, table.name)}.${column.name}`;
  if (column.generated !== null) {
    const reason = 'PostgreSQL computes it; here an ordinary column with its values';
    report({ kind: 'column', name, outcome: 'changed', reason, definition: column.generated });
    return '';
  }
  if (column.identity) {
    const sequence = catalog.sequences.find(
      ({ identityOf, schema }) =>
        schema === table.schema && identityOf?.table === table.name && identityOf.column === column.name,
    );
    report({ kind: 'default', name, outcome: 'changed', reason: 'an identity; here numbered by its sequence' });
    const quoted = sequence && quoteQualified(fileSchema(options, sequence.schema), sequence.name);
    return quoted === undefined ? '' : ` DEFAULT nextval('${quoted.replaceAll("'", "''")}')`;
  }
  if (column.default === null) return '';
  const sql = labelDefault(column) ?? translate(context, column.default, planned);
  if (sql !== undefined) return ` DEFAULT ${sql}`;
  report({
    kind: 'default',
    name,
    outcome: 'refused',
    reason: 'not known to mean the same in DuckDB',
    definition: column.default,
  });
  return '';
}

/** A label, which PostgreSQL prints with its type: `'low'::public.level`. */
function labelDefault({ type, default: expression }: ExportedColumn): string | undefined {
  return type.kind === 'enum' ? /^('(?:[^']|'')*')::(?:"[^"]*"|[\w.])+$/.exec(expression ?? '')?.[1] : undefined;
}

/** Checks, and for tables that are not too large their keys. What cannot be said in DuckDB is reported. */
export function constraintClauses(
  context: WriteContext,
  planned: PlannedTable,
  written: readonly PlannedTable[],
): Clause[] {
  const { table, rows } = planned;
  const path = fileName(context.options, table.schema, table.name);
  const clauses = checkClauses(context, planned, path);
  if (rows > mostKeyedRows) {
    for (const { columns, definition } of table.foreignKeys) {
      const reason = `DuckDB would keep an index of ${rows} rows in memory for it`;
      context.report({
        kind: 'constraint',
        name: `${path}: foreign key (${columns.join(', ')})`,
        outcome: 'refused',
        reason,
        definition,
      });
    }
    return clauses;
  }
  if (table.primaryKey) {
    const sql = `PRIMARY KEY (${list(table.primaryKey)})`;
    clauses.push({ kind: 'key', name: `${path}: primary key`, sql, definition: sql });
  }
  for (const columns of table.uniques) {
    const sql = `UNIQUE (${list(columns)})`;
    clauses.push({ kind: 'key', name: `${path}: unique (${columns.join(', ')})`, sql, definition: sql });
  }
  return [...clauses, ...foreignKeyClauses(context, planned, written, path)];
}

function checkClauses(context: WriteContext, planned: PlannedTable, path: string): Clause[] {
  return planned.table.checks.flatMap((check): Clause[] => {
    const sql = translate(context, check, planned);
    const name = `${path}: check ${check}`;
    if (isImplied(check, planned)) return [];
    if (sql !== undefined) return [{ kind: 'check', name, sql: `CHECK (${sql})`, definition: check }];
    const reason = 'not known to mean the same in DuckDB';
    context.report({ kind: 'constraint', name, outcome: 'refused', reason, definition: check });
    return [];
  });
}

function foreignKeyClauses(
  context: WriteContext,
  { table }: PlannedTable,
  written: readonly PlannedTable[],
  path: string,
): Clause[] {
  return table.foreignKeys.flatMap((key): Clause[] => {
    const { columns, referencedColumns, definition } = key;
    const name = `${path}: foreign key (${columns.join(', ')})`;
    const to = written.find(
      (other) => other.table.schema === key.referencedSchema && other.table.name === key.referencedTable,
    );
    const refused =
      key.referencedSchema !== table.schema
        ? 'DuckDB has none that point into another schema'
        : key.referencedTable === table.name
          ? 'DuckDB would refuse rows that stand before those they point at'
          : to === undefined
            ? `the table ${key.referencedTable} is not in the file before this one`
            : undefined;
    if (to === undefined || refused !== undefined) {
      context.report({ kind: 'constraint', name, outcome: 'refused', reason: refused ?? '', definition });
      return [];
    }
    const sql = `FOREIGN KEY (${list(columns)}) REFERENCES ${tableName(to)} (${list(referencedColumns)})`;
    const acts = /\bON (?:DELETE|UPDATE) (?:CASCADE|SET)|\bDEFERRABLE\b/.test(definition);
    const reason = acts ? { reason: "DuckDB's only refuses, and at once" } : {};
    return [{ kind: 'foreign key', name, sql, definition, ...reason }];
  });
}
