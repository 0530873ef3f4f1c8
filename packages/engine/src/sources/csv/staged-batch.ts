import { newTextBatch, textBatchRows, type TextBatch } from '../../duckdb/index.ts';
import type { RecordScanner } from './record-scanner.ts';
import type { WindowMemory } from './windows.ts';

export interface StagedBatchOptions {
  readonly scanner: RecordScanner;
  readonly memory: WindowMemory;
  /** Which fields of each record are wanted, by index; one may be wanted more than once. */
  readonly columns: readonly number[];
  readonly quote: number;
}

/**
 * Records on their way to DuckDB. Their fields stay where the file's bytes are; only those with doubled quotes are written
 * anew, into the part of the memory that the window leaves free. So the batch lasts no longer than the window.
 */
export class StagedBatch {
  readonly batch: TextBatch;
  readonly #scanner: RecordScanner;
  readonly #memory: WindowMemory;
  readonly #quote: number;
  /** Each wanted field once. */
  readonly #columns: Int32Array;
  readonly #starts: readonly Int32Array[];
  readonly #lengths: readonly Int32Array[];
  #own: number;

  constructor({ scanner, memory, columns, quote }: StagedBatchOptions) {
    const wanted = [...new Set(columns)];
    const once = newTextBatch(wanted.length);
    const perField = (places: readonly Int32Array[]) =>
      columns.flatMap((column) => places[wanted.indexOf(column)] ?? []);
    this.batch = { ...once, bytes: memory.bytes, starts: perField(once.starts), lengths: perField(once.lengths) };
    this.#scanner = scanner;
    this.#memory = memory;
    this.#quote = quote;
    this.#columns = Int32Array.from(wanted);
    this.#starts = once.starts;
    this.#lengths = once.lengths;
    this.#own = memory.ownFrom;
  }

  get isFull(): boolean {
    return this.batch.count === textBatchRows;
  }

  /** Takes the record that the scanner stands at. @returns false if all of its fields are empty: it is left out */
  take(): boolean {
    const { starts, ends } = this.#scanner;
    const row = this.batch.count;
    let isEmpty = true;
    for (let index = 0; index < this.#columns.length; index++) {
      const column = this.#columns[index] ?? 0;
      const from = starts[column] ?? 0;
      const to = ends[column] ?? 0;
      const intoStarts = this.#starts[index];
      const intoLengths = this.#lengths[index];
      if (!intoStarts || !intoLengths) continue;
      if (from === to) {
        intoLengths[row] = -1;
        continue;
      }
      isEmpty = false;
      intoStarts[row] = from < 0 ? this.#own : from;
      intoLengths[row] = from < 0 ? this.#unescape(~from, to) : to - from;
    }
    if (isEmpty && this.#allEmpty()) return false;
    this.batch.numbers[row] = this.#scanner.line;
    this.batch.count = row + 1;
    return true;
  }

  /** To be called once the batch has gone. */
  clear(): void {
    this.batch.count = 0;
    this.#own = this.#memory.ownFrom;
  }

  /** Writes a field with single quotes for doubled ones. @returns its length */
  #unescape(from: number, to: number): number {
    const { bytes } = this.#memory;
    const first = this.#own;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] ?? 0;
      bytes[this.#own++] = byte;
      if (byte === this.#quote) at++;
    }
    return this.#own - first;
  }

  #allEmpty(): boolean {
    const { starts, ends, fieldCount } = this.#scanner;
    for (let field = 0; field < fieldCount; field++) if (starts[field] !== ends[field]) return false;
    return true;
  }
}
