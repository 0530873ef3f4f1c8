import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import { beginReading, type FileState } from './reads.ts';
import { textOf } from './texts.ts';

export interface RowLimits {
  readonly rows: number;
  /** Of all texts together, in UTF-16 units. */
  readonly characters: number;
  /** Called when its turn has come. */
  readonly onBegin?: () => void;
}

/** The first rows of what a statement answers, and whether there were more. */
export interface LimitedRows extends FileState {
  /** With DuckDB's types. Names may repeat. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Values in the order of the columns, as texts. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly truncated: boolean;
}

/** Runs one statement in a transaction of its own, and reads as far as the limits go: the end of the transaction ends what is left. */
export async function readLimited(
  duck: DuckDBConnection,
  sql: string,
  limits: RowLimits,
  signal: AbortSignal,
): Promise<LimitedRows> {
  const state = await beginReading(duck);
  signal.throwIfAborted();
  const result = await duck.stream(sql);
  const types = result.columnTypes().map(String);
  const columns = result.columnNames().map((name, index) => ({ name, type: types[index] ?? '' }));
  const { rows, truncated } = await firstRows(result, limits, signal);
  return { ...state, columns, rows, truncated };
}

async function firstRows(result: DuckDBResult, limits: RowLimits, signal: AbortSignal) {
  const rows: (string | null)[][] = [];
  let characters = 0;
  for await (const batch of result.yieldConvertedRows(textOf)) {
    signal.throwIfAborted();
    for (const row of batch) {
      characters += row.reduce((sum, value) => sum + (value?.length ?? 0), 0);
      if (rows.length >= limits.rows || characters > limits.characters) return { rows, truncated: true };
      rows.push(row);
    }
  }
  return { rows, truncated: false };
}
