import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteLiteral } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';

/** A node of DuckDB's own syntax tree, as `json_serialize_sql` prints it. */
export interface SyntaxNode {
  readonly [key: string]: unknown;
}

/** Said of what has no translation; `construct` names it as a person would. */
export class UntranslatableError extends Error {
  readonly construct: string;

  constructor(construct: string) {
    super(`${construct} has no PostgreSQL translation here`);
    this.name = 'UntranslatableError';
    this.construct = construct;
  }
}

/** The syntax tree of a SELECT; undefined if DuckDB cannot parse the text. */
export async function parseSelect(connection: DuckDBConnection, sql: string): Promise<SyntaxNode | undefined> {
  const [row] = await smallRowsJson(connection, `SELECT json_serialize_sql(${quoteLiteral(sql)})::VARCHAR AS tree`);
  const tree: unknown = JSON.parse(String(row?.tree));
  if (!isNode(tree) || tree.error !== false) return undefined;
  const [statement] = nodes(tree, 'statements');
  return statement && node(statement, 'node');
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The child node under `key`. */
export function node(parent: SyntaxNode, key: string): SyntaxNode {
  const value = parent[key];
  if (!isNode(value)) throw new UntranslatableError(`a ${name(parent)} without ${key}`);
  return value;
}

/** The child node under `key` if there is one. */
export function optionalNode(parent: SyntaxNode, key: string): SyntaxNode | undefined {
  const value = parent[key];
  return isNode(value) ? value : undefined;
}

/** The child nodes under `key`; none if the key is not there. */
export function nodes(parent: SyntaxNode, key: string): readonly SyntaxNode[] {
  const value = parent[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

export function text(parent: SyntaxNode, key: string): string {
  const value = parent[key];
  return typeof value === 'string' ? value : '';
}

export function texts(parent: SyntaxNode, key: string): readonly string[] {
  const value = parent[key];
  return Array.isArray(value) ? value.map(String) : [];
}

/** What a person would call the node. */
export function name(of: SyntaxNode): string {
  return text(of, 'function_name') || text(of, 'type') || text(of, 'class') || 'syntax node';
}
