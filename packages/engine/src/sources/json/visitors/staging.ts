import { newTextBatch, textBatchRows, type TextRows } from '../../../duckdb/index.ts';
import type { StageOptions, UnreadableRecord } from '../../records/records.ts';
import type { RowScanner } from '../scan/row-scanner.ts';
import { unescapeInto } from '../scan/unescape.ts';
import type { Visitor } from './visitor.ts';
import { recordLimit, type Window } from '../read/window.ts';

/** Puts the wanted values of records into a table, as pieces of the window. */
export class StagingVisitor implements Visitor {
  records = 0;
  readonly #window: Window;
  readonly #scanner: RowScanner;
  readonly #rows: Pick<TextRows, 'add'>;
  readonly #options: StageOptions;
  readonly #batch;
  /** Where the next text without its escapes goes. */
  #spare: number;
  #told = 0;

  constructor(window: Window, scanner: RowScanner, rows: Pick<TextRows, 'add'>, options: StageOptions) {
    this.#window = window;
    this.#scanner = scanner;
    this.#rows = rows;
    this.#options = options;
    this.#batch = newTextBatch(options.fields.length);
    this.#batch.bytes = window.bytes;
    this.#spare = window.spare;
    window.onMove = () => this.flush();
  }

  record(number: number, start: number, end: number): boolean {
    if (this.#spare + end - start > this.#window.spare + recordLimit) this.flush();
    if (this.#batch.count === 0) this.#spare = this.#window.spare;
    const { wanted, elements, strays } = this.#scanner;
    if (wanted.array === undefined) this.#row(number, 0);
    else if (elements + strays === 0) this.#reject(number, `has no lines in ${wanted.array}`, start, end);
    else {
      for (let element = 0; element < elements; element++) this.#row(number, element);
      for (let stray = 0; stray < strays; stray++)
        this.#reject(number, `has a line in ${wanted.array} that is not an object`, start, end);
    }
    return true;
  }

  unreadable(record: UnreadableRecord): boolean {
    this.records++;
    this.#options.onUnreadable(record);
    return true;
  }

  /** Adds to the table what is in the window. @throws the signal's reason */
  flush(): void {
    this.#options.signal?.throwIfAborted();
    this.#rows.add(this.#batch);
    this.#batch.count = 0;
    this.#options.onRecords?.(this.records - this.#told);
    this.#told = this.records;
  }

  #reject(line: number, reason: string, start: number, end: number): void {
    this.unreadable({ line, reason, text: this.#window.text(start, end) });
  }

  #row(number: number, element: number): void {
    if (this.#batch.count === textBatchRows) this.flush();
    const { starts, lengths, numbers } = this.#batch;
    const scanner = this.#scanner;
    const { slots, ofRecord, ofElement } = scanner.wanted;
    const row = this.#batch.count++;
    this.records++;
    numbers[row] = number;
    for (let column = 0; column < slots.length; column++) {
      const slot = slots[column] ?? 0;
      const place = slot < ofRecord ? slot : slot + element * ofElement;
      const columnLengths = lengths[column];
      const columnStarts = starts[column];
      if (columnLengths === undefined || columnStarts === undefined) continue;
      if ((scanner.lengths[place] ?? -1) > 0 && scanner.escaped[place] === 1) this.#unescape(place);
      const length = scanner.lengths[place] ?? -1;
      columnStarts[row] = scanner.starts[place] ?? 0;
      columnLengths[row] = length === 0 ? -1 : length;
    }
  }

  /** The text is written once, for all records that repeat it. */
  #unescape(place: number): void {
    const { starts, lengths, escaped } = this.#scanner;
    const length = unescapeInto(this.#window.bytes, starts[place] ?? 0, lengths[place] ?? 0, this.#spare);
    starts[place] = this.#spare;
    lengths[place] = length;
    escaped[place] = 0;
    this.#spare += length;
  }
}
