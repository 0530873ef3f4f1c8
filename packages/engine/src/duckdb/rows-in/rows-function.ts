import { DuckDBTableFunction, type DuckDBConnection, type DuckDBType } from '@duckdb/node-api';
import type { DataChunk } from '@duckdb/node-bindings';

/** While one thread stores a chunk, another gets the next. DuckDB uses only one where it has to keep the order of rows. */
const threads = 2;

/** What a table function reads. */
export interface RowsRead {
  readonly columns: readonly { readonly name: string; readonly type: DuckDBType }[];
  /** Puts the next rows into a chunk, none if there are no more. */
  fill(chunk: DataChunk): void;
}

/** A table function of a connection's, and what it reads while a statement uses it. */
interface RowsFunction {
  readonly name: string;
  rows: RowsRead | undefined;
}

/** Those that nothing uses at present. */
const idle = new WeakMap<DuckDBConnection, RowsFunction[]>();
let named = 0;

/**
 * Lets statements of the connection read rows by a table function of the given name. DuckDB keeps a function as long as its
 * database, and with it whatever the function refers to: so each is used again and again, and refers to nothing in between.
 */
export async function withRowsFunction(
  connection: DuckDBConnection,
  rows: RowsRead,
  work: (name: string) => Promise<void>,
): Promise<void> {
  const free = idle.get(connection) ?? [];
  idle.set(connection, free);
  const used = free.pop() ?? { name: `fluxion_rows_${named++}`, rows: undefined };
  used.rows = rows;
  try {
    if (!(await isThere(connection, used))) register(connection, used);
    await work(used.name);
  } finally {
    used.rows = undefined;
    free.push(used);
  }
}

/** A transaction that was rolled back has taken the functions with it that were made in it. */
async function isThere(connection: DuckDBConnection, { name }: RowsFunction): Promise<boolean> {
  try {
    (await connection.prepare(`FROM ${name}()`)).destroySync();
    return true;
  } catch {
    return false;
  }
}

function register(connection: DuckDBConnection, used: RowsFunction): void {
  const reads = DuckDBTableFunction.create({
    name: used.name,
    bindFunction: (info) => {
      for (const { name, type } of used.rows?.columns ?? []) info.addResultColumn(name, type);
    },
    initFunction: (info) => info.setMaxThreads(threads),
    mainFunction: (info, { chunk }) => {
      try {
        used.rows?.fill(chunk);
      } catch {
        info.setError('the rows cannot be read');
      }
    },
  });
  connection.registerTableFunction(reads);
}
