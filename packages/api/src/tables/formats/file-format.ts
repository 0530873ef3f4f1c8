import type { Column, Table } from '@fluxion/contract';
import type { Batch } from '@fluxion/engine/base';
import { RequestProblem } from '../../problems/problem.ts';

/** A column of a file. */
export interface FileColumn extends Pick<Column, 'type' | 'scale'> {
  readonly name: string;
}

/** What is written as a file. */
export interface FileRows {
  /** What they are, for formats that have a name for it. */
  readonly title: string;
  readonly columns: readonly FileColumn[];
  /** Values in the order of the columns. Each batch is taken when the ones before it are written. */
  readonly rows: AsyncIterable<Batch>;
  /** Aborts when nobody wants the file any more. */
  readonly signal: AbortSignal;
}

/**
 * Writes rows as a file, a piece at a time; no piece comes before the first batch. It holds no more in memory than about a
 * batch. It fails before its last piece if the rows or a value do.
 */
export type FileWriter = (file: FileRows) => AsyncIterable<string | Uint8Array>;

export function columnsOf({ columns }: Table): readonly FileColumn[] {
  return Object.entries(columns).map(([name, { type, scale }]) => ({
    name,
    type,
    ...(scale === undefined ? {} : { scale }),
  }));
}

/** What is told of a value that the type of its column does not hold in this format. */
export function unfitValue({ name }: FileColumn, value: unknown): RequestProblem {
  const detail = `La columna «${name}» tiene un valor que este formato no puede contener: ${String(value).slice(0, 60)}. Pida csv o ndjson.`;
  return new RequestProblem('NOT_ACCEPTABLE', { detail });
}
