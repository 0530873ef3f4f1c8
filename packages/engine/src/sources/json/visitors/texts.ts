import type { UnreadableRecord } from '../../records/records.ts';
import type { Visitor } from './visitor.ts';
import type { Window } from '../read/window.ts';

/** Collects the texts of records by their numbers. */
export class TextVisitor implements Visitor {
  readonly texts = new Map<number, string>();
  readonly #wanted: ReadonlySet<number>;
  readonly #window: Window;

  constructor(wanted: ReadonlySet<number>, window: Window) {
    this.#wanted = wanted;
    this.#window = window;
  }

  record(number: number, start: number, end: number): boolean {
    if (this.#wanted.has(number)) this.texts.set(number, this.#window.text(start, end));
    return this.texts.size < this.#wanted.size;
  }

  unreadable({ line, text }: UnreadableRecord): boolean {
    if (this.#wanted.has(line)) this.texts.set(line, text);
    return this.texts.size < this.#wanted.size;
  }
}
