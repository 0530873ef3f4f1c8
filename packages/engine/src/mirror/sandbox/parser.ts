import { openInstance, type Instance } from '../../duckdb/index.ts';
import { closed } from '../file/index.ts';
import { objectOf, type Node } from './tree.ts';
import { SqlRefused } from './refused.ts';

/** DuckDB's own parser, in an instance that holds nothing and reaches nothing. */
export interface SqlParser {
  /** The tree of the text's only statement, a SELECT. @throws SqlRefused */
  parse(text: string): Promise<Node>;
  /** The text of a tree. */
  print(tree: unknown): Promise<string>;
}

/**
 * Numbers that JavaScript would round, and doubles beyond the largest, which are no JSON. Within a text every quote has a
 * backslash before it, so no text looks like this.
 */
const longNumber = /"(?:value|upper|lower)":(-?(?:\d{16,}|Infinity))/;
const longestTree = 4_000_000;

const parseSql = 'SELECT json_serialize_sql(CAST($1 AS VARCHAR), skip_null := true, skip_default := true)';
const printSql = 'SELECT json_deserialize_sql(CAST($1 AS JSON))';

let instance: Promise<Instance> | undefined;

async function openParser(): Promise<Instance> {
  const opened = await openInstance(':memory:', { memory_limit: '128MiB', threads: '1', ...closed });
  await (await opened.connect()).run('SET lock_configuration = true');
  return opened;
}

async function ask(sql: string, parameter: string): Promise<string> {
  instance ??= openParser();
  const duck = await (await instance).connect();
  try {
    const [row] = (await duck.runAndReadAll(sql, [parameter])).getRows();
    return String(row?.[0]);
  } finally {
    duck.closeSync();
  }
}

export const parser: SqlParser = {
  async parse(text) {
    const json = await ask(parseSql, text);
    const number = longNumber.exec(json);
    if (number) throw new SqlRefused('number', number[1] ?? '');
    if (json.length > longestTree) throw new SqlRefused('too complex', 'GROUP BY');
    const parsed = objectOf(JSON.parse(json));
    if (parsed['error'] === true) throw parseFailure(parsed, text);
    const statements = Array.isArray(parsed['statements']) ? parsed['statements'] : [];
    if (statements.length !== 1) throw new SqlRefused('not a select', String(statements.length));
    return objectOf(objectOf(statements[0])['node']);
  },
  print: (tree) => ask(printSql, JSON.stringify({ error: false, statements: [{ node: tree }] })),
};

function parseFailure({ error_type: type, error_message: message, position }: Node, text: string): SqlRefused {
  if (type === 'not implemented') return new SqlRefused('not a select', '');
  const at = position === undefined ? undefined : characterAt(text, Number(position));
  return new SqlRefused('syntax', String(message), at);
}

/** DuckDB counts bytes. */
export function characterAt(text: string, byte: number): number {
  return Buffer.from(text, 'utf8').subarray(0, byte).toString('utf8').length;
}
