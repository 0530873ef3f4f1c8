import { quoteIdentifier } from '../../../base/index.ts';
import type { Column, Query, Scope, Translation } from '../bind/index.ts';
import { name, node, nodes, optionalNode, text, texts, UntranslatableError, type SyntaxNode } from '../syntax-tree.ts';
import { translateSelect } from './select.ts';
import { translateSetOperation } from './set-operation.ts';

/** A query of DuckDB, with its WITH, in PostgreSQL's SQL. @throws UntranslatableError that names what is not on the list */
export async function translateQuery(select: SyntaxNode, translation: Translation, around: Scope): Promise<Query> {
  const { scope, written, isRecursive } = await withQueries(select, translation, around);
  const query = await body(select, translation, scope);
  // The word is harmless where nothing is recursive, but a person should not look for what is not there.
  const word = isRecursive ? 'WITH RECURSIVE' : 'WITH';
  return written.length === 0 ? query : { ...query, sql: `${word} ${written.join(', ')} ${query.sql}` };
}

async function body(select: SyntaxNode, translation: Translation, scope: Scope): Promise<Query> {
  switch (text(select, 'type')) {
    case 'SELECT_NODE':
      return translateSelect(select, translation, scope);
    case 'SET_OPERATION_NODE':
      return translateSetOperation(select, translation, scope);
    default:
      throw new UntranslatableError(name(select));
  }
}

interface WithQueries {
  readonly scope: Scope;
  readonly written: readonly string[];
  readonly isRecursive: boolean;
}

async function withQueries(select: SyntaxNode, translation: Translation, around: Scope): Promise<WithQueries> {
  const tables = new Map(around.tables);
  const written: string[] = [];
  let isRecursive = false;
  const scope: Scope = { ...around, tables };
  for (const entry of nodes(node(select, 'cte_map'), 'map')) {
    const key = text(entry, 'key');
    const value = node(entry, 'value');
    const inner = node(node(value, 'query'), 'node');
    const aliases = texts(value, 'aliases');
    const recurs = text(inner, 'type') === 'RECURSIVE_CTE_NODE';
    isRecursive ||= recurs;
    const query = recurs
      ? await recursion(key, inner, aliases, translation, scope)
      : await translateQuery(inner, translation, scope);
    const columns = renamed(query.columns, aliases);
    tables.set(key.toLowerCase(), { name: key, columns });
    written.push(
      `${quoteIdentifier(key)}(${columns.map((column) => quoteIdentifier(column.name)).join(', ')}) AS (${query.sql})`,
    );
  }
  return { scope, written, isRecursive };
}

export function renamed(columns: readonly Column[], aliases: readonly string[]): Column[] {
  return columns.map((column, index) => ({ ...column, name: aliases[index] ?? column.name }));
}

/** The first part gives the columns their types; the second must have the same. */
async function recursion(
  key: string,
  inner: SyntaxNode,
  aliases: readonly string[],
  translation: Translation,
  scope: Scope,
): Promise<Query> {
  if (nodes(inner, 'key_targets').length > 0 || optionalNode(inner, 'key_targets'))
    throw new UntranslatableError('a recursive WITH with USING KEY');
  const left = await translateQuery(node(inner, 'left'), translation, scope);
  const columns = renamed(left.columns, aliases);
  const tables = new Map(scope.tables).set(key.toLowerCase(), { name: key, columns });
  const right = await translateQuery(node(inner, 'right'), translation, { ...scope, tables });
  const mismatch = columns.find((column, index) => column.type.text !== right.columns[index]?.type.text);
  if (mismatch || columns.length !== right.columns.length)
    throw new UntranslatableError(`a recursive WITH whose column ${mismatch?.name ?? ''} has two types`);
  return { columns, sql: `${left.sql} UNION ${inner.union_all === true ? 'ALL ' : ''}${right.sql}` };
}
