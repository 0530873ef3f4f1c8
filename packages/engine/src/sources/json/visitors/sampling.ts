import type { UnreadableRecord } from '../../records/records.ts';
import { ColumnFinder } from './column-finder.ts';
import type { Visitor } from './visitor.ts';
import type { Window } from '../read/window.ts';

/** So many records, or so many bytes of them, tell the columns. */
const mostRecords = 1000;
const mostBytes = 1024 * 1024;

/** Looks at a file's first records. */
export class SamplingVisitor implements Visitor {
  readonly finder: ColumnFinder;
  readable = 0;
  firstUnreadable: UnreadableRecord | undefined;
  readonly #window: Window;
  #records = 0;
  #bytes = 0;

  constructor(path: string, window: Window) {
    this.finder = new ColumnFinder(path);
    this.#window = window;
  }

  record(_: number, start: number, end: number): boolean {
    this.readable++;
    this.finder.add(JSON.parse(this.#window.bytes.toString('utf8', start, end)));
    return this.#goesOn(end - start);
  }

  unreadable(record: UnreadableRecord): boolean {
    this.firstUnreadable ??= record;
    return this.#goesOn(record.text.length);
  }

  #goesOn(bytes: number): boolean {
    this.#records++;
    this.#bytes += bytes;
    return this.#records < mostRecords && this.#bytes < mostBytes;
  }
}
