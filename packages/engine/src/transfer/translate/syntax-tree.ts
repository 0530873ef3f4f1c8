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

/**
 * The syntax tree of a SELECT; undefined if DuckDB cannot parse the text. Numbers of 15 digits and more are strings in it,
 * because a JavaScript number does not hold them.
 */
export async function parseSelect(connection: DuckDBConnection, sql: string): Promise<SyntaxNode | undefined> {
  const [row] = await smallRowsJson(connection, `SELECT json_serialize_sql(${quoteLiteral(sql)})::VARCHAR AS tree`);
  // Inside a JSON string a quotation mark has a backslash before it, so these keys are keys.
  const exact = String(row?.tree).replaceAll(/("(?:value|upper|lower)":)(-?\d{15,})(?=[,}])/g, '$1"$2"');
  const tree: unknown = JSON.parse(exact);
  if (!isNode(tree) || tree.error !== false) return undefined;
  const [statement] = nodes(tree, 'statements');
  return statement && node(statement, 'node');
}

/** The JSON of an expression's SELECT for `json_deserialize_sql`, with the numbers as DuckDB reads them. */
export function selectJson(expression: SyntaxNode): string {
  const select = {
    type: 'SELECT_NODE',
    modifiers: [],
    cte_map: { map: [] },
    select_list: [expression],
    from_table: { type: 'EMPTY', alias: '', sample: null, query_location: 0 },
    where_clause: null,
    group_expressions: [],
    group_sets: [],
    aggregate_handling: 'STANDARD_HANDLING',
    having: null,
    sample: null,
    qualify: null,
  };
  // The place in the text is a 64-bit number that a JavaScript number has rounded.
  const json = JSON.stringify({ error: false, statements: [{ node: select, named_param_map: [] }] }, (key, value) =>
    key === 'query_location' ? 0 : value,
  );
  return (
    json
      .replaceAll(/("(?:value|upper|lower)":)"(-?\d{15,})"(?=[,}])/g, '$1$2')
      // A DOUBLE must look like one.
      .replaceAll(/("id":"DOUBLE","type_info":null\},"is_null":false,"value":-?\d+)(?=[,}])/g, '$1.0')
  );
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
