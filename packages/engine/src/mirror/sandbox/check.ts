import { query } from './queries.ts';
import { readable } from './readable.ts';
import { parser, characterAt } from './parser.ts';
import { SqlRefused } from './refused.ts';
import { type AskableTable, type Node, type Statement } from './tree.ts';

/** A statement that may run on the copy. */
export interface CheckedSql {
  /** DuckDB's own text of what was gone through. */
  readonly sql: string;
  /** The mirrored tables that it reads. */
  readonly reads: readonly string[];
}

/**
 * Takes one SELECT apart and puts together what may run: only tables of the list and names of WITH, only functions that read
 * and make nothing else. What runs is printed from the tree that was gone through, and gone through once more.
 * @throws SqlRefused
 */
export async function checkSql(text: string, tables: readonly AskableTable[]): Promise<CheckedSql> {
  const clean = readable(text);
  const statement: Statement = {
    tables: new Map(tables.map((table) => [table.name.toLowerCase(), table])),
    reads: new Set(),
    isGuarded: false,
  };
  const tree = await parser.parse(clean);
  const sql = await parser.print(positioned(clean, () => take(tree, statement)));
  take(await parser.parse(sql), { ...statement, isGuarded: true });
  return { sql, reads: [...statement.reads] };
}

function take(tree: Node, statement: Statement): unknown {
  return query(tree, { statement, ctes: new Map(), scope: undefined, depth: 0, query }).node;
}

/** The tree tells places in bytes. */
function positioned<T>(text: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SqlRefused) || error.position === undefined) throw error;
    throw new SqlRefused(error.fault, error.value, characterAt(text, error.position));
  }
}
