import { quoteIdentifier } from '../../../base/index.ts';
import {
  type Column,
  type Query,
  type Scope,
  type ScopeRelation,
  type Translation,
  bind,
  expandMacro,
  learn,
  macroOf,
  scopeRelation,
  unite,
} from '../bind/index.ts';
import { isNode, name, node, nodes, text, texts, UntranslatableError, type SyntaxNode } from '../syntax-tree.ts';
import { translateJoin } from './join.ts';
import { tableFunction } from './table-function.ts';
import { cast, write } from '../write/index.ts';

/** What stands behind FROM: its SQL, empty for nothing; what names mean there; and conditions that belong into WHERE. */
export interface From {
  readonly sql: string;
  readonly relations: readonly ScopeRelation[];
  readonly merged: Scope['merged'];
  readonly filters: readonly string[];
}

/** A relation or a join. `scope` is what stands around, to which relations on the left have been added. */
export async function translateFrom(item: SyntaxNode, translation: Translation, scope: Scope): Promise<From> {
  if (isNode(item.sample)) throw new UntranslatableError('TABLESAMPLE');
  switch (text(item, 'type')) {
    case 'EMPTY':
      return { sql: '', relations: [], merged: new Map(), filters: [] };
    case 'BASE_TABLE':
      return baseTable(item, translation, scope);
    case 'SUBQUERY':
      return derived(item, node(node(item, 'subquery'), 'node'), translation, scope);
    case 'EXPRESSION_LIST':
      return values(item, translation, scope);
    case 'TABLE_FUNCTION':
      return functionRows(item, translation, scope);
    case 'JOIN':
      return translateJoin(item, translation, scope, translateFrom);
    default:
      throw new UntranslatableError(name(item));
  }
}

function single(sql: string, relation: ScopeRelation): From {
  return { sql, relations: [relation], merged: new Map(), filters: [] };
}

function withAliases(columns: readonly Column[], aliases: readonly string[]): Column[] {
  return columns.map((column, index) => ({ ...column, name: aliases[index] ?? column.name }));
}

function baseTable(item: SyntaxNode, translation: Translation, scope: Scope): From {
  const [schema, table] = [text(item, 'schema_name'), text(item, 'table_name')];
  const aliases = texts(item, 'column_name_alias');
  const alias = text(item, 'alias') || table;
  const common = schema === '' ? scope.tables.get(table.toLowerCase()) : undefined;
  const list =
    aliases.length === 0
      ? ''
      : (columns: readonly Column[]) => `(${columns.map((column) => quoteIdentifier(column.name)).join(', ')})`;
  const named = (columns: readonly Column[]) => `${quoteIdentifier(alias)}${list === '' ? '' : list(columns)}`;
  const same = (spelling: string) => spelling;
  if (common) {
    const columns = withAliases(common.columns, aliases);
    return single(`${quoteIdentifier(common.name)} AS ${named(columns)}`, scopeRelation(alias, columns, same));
  }
  const { relations } = translation.source;
  // A first name that is no schema of the file is the file's own.
  const known =
    relations.get(`${schema || translation.schema}.${table}`.toLowerCase()) ??
    relations.get(`main.${table}`.toLowerCase());
  if (!known) throw new UntranslatableError(`the relation ${table}`);
  const columns = withAliases(known.columns, aliases);
  const spelling = aliases.length === 0 ? (column: string) => translation.names.spelling(column) : same;
  const spelt = columns.map((column) => ({ ...column, name: spelling(column.name) }));
  return single(
    `${translation.names.relation(known.schema, known.name)} AS ${named(spelt)}`,
    scopeRelation(alias, columns, spelling, known.schema),
  );
}

/** A query in brackets; LATERAL where it looks at what stands to its left. */
async function derived(item: SyntaxNode, select: SyntaxNode, translation: Translation, scope: Scope): Promise<From> {
  let lateral = false;
  const seen: Scope = { ...scope, found: () => (lateral = true) };
  const query = await translation.query(select, translation, seen);
  return asRelation(item, query, lateral, translation);
}

function asRelation(item: SyntaxNode, query: Query, lateral: boolean, translation: Translation): From {
  const alias = text(item, 'alias') || translation.fresh('query');
  const columns = withAliases(query.columns, texts(item, 'column_name_alias'));
  const list = columns.map((column) => quoteIdentifier(column.name)).join(', ');
  const sql = `${lateral ? 'LATERAL ' : ''}(${query.sql}) AS ${quoteIdentifier(alias)}(${list})`;
  return single(
    sql,
    scopeRelation(alias, columns, (spelling) => spelling),
  );
}

async function values(item: SyntaxNode, translation: Translation, scope: Scope): Promise<From> {
  const rows = Array.isArray(item.values)
    ? item.values.map((row: unknown) => (Array.isArray(row) ? row.filter(isNode) : []))
    : [];
  const bound: SyntaxNode[][] = [];
  for (const row of rows) {
    const cells: SyntaxNode[] = [];
    for (const cell of row) cells.push(await bind(cell, { scope }, translation));
    bound.push(cells);
  }
  await learn(bound.flat(), translation);
  const written = bound.map((row) => row.map((cell) => write(cell, translation)));
  const types = await unite(
    written.map((row) => row.map(({ type }) => type)),
    translation,
  );
  const lines = written.map((row) => `(${row.map((cell, index) => cast(cell, types[index] ?? cell.type)).join(', ')})`);
  const expected = texts(item, 'expected_names');
  const columns = types.map((type, index) => ({ name: expected[index] ?? `col${index}`, type }));
  return asRelation(item, { sql: `VALUES ${lines.join(', ')}`, columns }, false, translation);
}

async function functionRows(item: SyntaxNode, translation: Translation, scope: Scope): Promise<From> {
  const call = node(item, 'function');
  const macro = macroOf(call, true, translation);
  if (macro) return derived(item, await expandMacro(call, macro, true, translation), translation, scope);
  if (text(item, 'with_ordinality') === 'WITH_ORDINALITY') throw new UntranslatableError('WITH ORDINALITY');
  const args: SyntaxNode[] = [];
  for (const argument of nodes(call, 'children')) args.push(await bind(argument, { scope }, translation));
  await learn(args, translation);
  const called = text(call, 'function_name').toLowerCase();
  const { sql, type } = tableFunction(
    called,
    args.map((argument) => write(argument, translation)),
  );
  const alias = text(item, 'alias') || called;
  const [column = called] = texts(item, 'column_name_alias');
  return single(
    `${sql} AS ${quoteIdentifier(alias)}(${quoteIdentifier(column)})`,
    scopeRelation(alias, [{ name: column, type }], (spelling) => spelling),
  );
}
