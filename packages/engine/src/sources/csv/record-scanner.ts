import { isUtf8 } from 'node:buffer';
import { wholeCharacters } from '../bytes/index.ts';
import type { Dialect } from './dialect.ts';

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/** Why a record has no fields. */
export type Fault = 'fields' | 'nul' | 'encoding' | 'behind quote' | 'unclosed' | 'unclosed within limit' | 'too long';

/** What a step comes to: the window has no further whole record; a record; a record that cannot be read. */
export type Step = 'more' | 'record' | 'unreadable';

export interface ScannerOptions {
  readonly dialect: Dialect;
  /** How many fields are remembered; others are only counted. */
  readonly capacity: number;
  /** A longer record is unreadable. */
  readonly recordBytes: number;
}

/**
 * Finds records (RFC 4180; lines end in \n, \r\n or \r) and the places of their fields in a window of a file's bytes, without
 * making a string of anything. Blank lines are none. What it finds does not depend on where the window ends.
 *
 * A quote that has gone wrong costs the line that opened it and no other: what stands behind is read as if that line were
 * not there.
 */
export class RecordScanner {
  /** How many fields a record must have; 0: any number. */
  expected = 0;
  /** Of the last record: the line it begins at, from 1, and where it stands, without its line's end. */
  line = 1;
  start = 0;
  end = 0;
  fault: Fault = 'fields';
  fieldCount = 0;
  /** Of each field where it begins, as `~place` if it has doubled quotes, and where it ends; quotes around it are left out. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;

  readonly #delimiter: number;
  readonly #quote: number;
  readonly #limit: number;
  /** What may stand around quotes: the space, unless it is the delimiter. */
  readonly #padding: number;
  /** For each byte whether it may end an unquoted field. */
  readonly #special = new Uint8Array(256);
  #bytes: Buffer = Buffer.alloc(1);
  #windowEnd = 0;
  #last = false;
  #at = 0;
  #nextLine = 1;
  #skipping = false;
  #checksEach = false;
  // Of the record that is being looked at:
  #nul = false;
  /** How many line ends stand in its quotes so far, and where the first of them is; -1: none. */
  #breaks = 0;
  #recordBreak = -1;
  /** The same, of the quoted field that is being looked at: the breaks before it, and its first one. */
  #breaksBefore = 0;
  #fieldBreak = -1;
  /** That it has doubled quotes. */
  #doubled = false;

  constructor({ dialect, capacity, recordBytes }: ScannerOptions) {
    this.#delimiter = dialect.delimiter;
    this.#quote = dialect.quote;
    this.#limit = recordBytes;
    this.#padding = dialect.delimiter === space ? -1 : space;
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    for (const byte of [dialect.delimiter, lineFeed, carriageReturn, 0]) this.#special[byte] = 1;
  }

  /** Where the first byte is that the next window must begin with. */
  get position(): number {
    return this.#at;
  }

  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Begins a window: the first `length` bytes, of which the scanner writes over the one behind. */
  take(bytes: Buffer, length: number, last: boolean): void {
    this.#bytes = bytes;
    this.#windowEnd = length;
    this.#last = last;
    this.#at = 0;
    const window = bytes.subarray(0, length);
    this.#checksEach = !isUtf8(last ? window : window.subarray(0, wholeCharacters(window)));
    // So that the loop over bytes need not ask at each whether it is the last.
    bytes[length] = lineFeed;
  }

  /** Goes to the next record. */
  next(): Step {
    for (;;) {
      if (!this.#toRecord()) return 'more';
      this.start = this.#at;
      this.line = this.#nextLine;
      this.#nul = false;
      this.#breaks = 0;
      this.#recordBreak = -1;
      const step = this.#scan();
      if (step !== 'unreadable' || this.fault !== 'fields' || !this.#isBlank()) return step;
    }
  }

  /** Passes over the rest of a line that is too long, and over empty lines. @returns false if the window ends before */
  #toRecord(): boolean {
    if (this.#skipping) {
      const end = this.#lineEnd(this.#at);
      this.#at = end;
      if (end === this.#windowEnd || this.#isHalfBreak(end)) return false;
      this.#skipping = false;
    }
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (this.#at === this.#windowEnd) return false;
      if (byte !== lineFeed && byte !== carriageReturn) return true;
      if (this.#isHalfBreak(this.#at)) return false;
      this.#at = this.#behindBreak(this.#at);
      this.#nextLine++;
    }
  }

  #scan(): Step {
    const bytes = this.#bytes;
    const special = this.#special;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    const padding = this.#padding;
    const { starts, ends } = this;
    const capacity = starts.length;
    let at = this.#at;
    let count = 0;
    for (;;) {
      let from = at;
      let to: number;
      let byte = bytes[at] ?? 0;
      while (byte === padding) byte = bytes[++at] ?? 0;
      if (byte === quote) {
        const closing = this.#closingQuote(at + 1);
        if (closing < 0) return this.#quoteFault();
        from = this.#doubled ? ~(at + 1) : at + 1;
        to = closing;
        at = closing + 1;
        while (bytes[at] === padding) at++;
        byte = bytes[at] ?? 0;
        if (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn) return this.#textBehind(at);
      } else {
        while (special[byte] === 0) byte = bytes[++at] ?? 0;
        while (byte === 0) {
          this.#nul = true;
          do byte = bytes[++at] ?? 0;
          while (special[byte] === 0);
        }
        to = at;
      }
      if (count < capacity) {
        starts[count] = from;
        ends[count] = to;
      }
      count++;
      if (byte !== delimiter) break;
      at++;
    }
    this.fieldCount = count;
    return this.#finish(at);
  }

  /** @returns where the quote is that closes a field, whose first byte is at `at`; -1: not in the window, or too far away */
  #closingQuote(at: number): number {
    const bytes = this.#bytes;
    const quote = this.#quote;
    const end = this.#windowEnd;
    this.#doubled = false;
    this.#fieldBreak = -1;
    this.#breaksBefore = this.#breaks;
    for (let place = at; place < end; place++) {
      const byte = bytes[place];
      if (byte === quote) {
        if (place + 1 < end && bytes[place + 1] === quote) {
          this.#doubled = true;
          place++;
        } else {
          return place - this.start > this.#limit ? -1 : place;
        }
      } else if (byte === lineFeed || byte === carriageReturn) {
        if (this.#fieldBreak < 0) this.#fieldBreak = place;
        if (this.#recordBreak < 0) this.#recordBreak = place;
        this.#breaks++;
        if (byte === carriageReturn && place + 1 < end && bytes[place + 1] === lineFeed) place++;
      } else if (byte === 0) {
        this.#nul = true;
      }
    }
    return -1;
  }

  /** The record's line ends at `at`, or the window does. */
  #finish(at: number): Step {
    if (this.#endsOpen(at)) return 'more';
    if (at - this.start > this.#limit) return this.#tooLong();
    this.end = at;
    if (this.expected !== 0 && this.fieldCount !== this.expected) {
      if (this.#recordBreak >= 0) return this.#rejectTo('fields', this.#recordBreak, 0);
      return this.#reject('fields');
    }
    if (this.#nul) return this.#reject('nul');
    if (this.#checksEach && !isUtf8(this.#bytes.subarray(this.start, at))) return this.#reject('encoding');
    this.#pass();
    return 'record';
  }

  #quoteFault(): Step {
    const length = this.#windowEnd - this.start;
    if (!this.#last && length <= this.#limit + 1) return 'more';
    const within = length <= this.#limit + 1;
    if (this.#fieldBreak >= 0 && this.#fieldBreak - this.start <= this.#limit) {
      return this.#rejectTo(within ? 'unclosed' : 'unclosed within limit', this.#fieldBreak, this.#breaksBefore);
    }
    if (!within) return this.#tooLong();
    this.end = this.#windowEnd;
    return this.#reject('unclosed');
  }

  #textBehind(at: number): Step {
    if (at - this.start > this.#limit) return this.#tooLong();
    if (this.#fieldBreak >= 0) return this.#rejectTo('behind quote', this.#fieldBreak, this.#breaksBefore);
    const end = this.#lineEnd(at);
    if (this.#endsOpen(end)) return 'more';
    if (end - this.start > this.#limit) return this.#tooLong();
    this.end = end;
    return this.#reject('behind quote');
  }

  #tooLong(): Step {
    if (this.#recordBreak >= 0 && this.#recordBreak - this.start <= this.#limit) {
      return this.#rejectTo('too long', this.#recordBreak, 0);
    }
    this.fault = 'too long';
    this.end = this.start + this.#limit;
    this.#at = this.end;
    this.#skipping = true;
    return 'unreadable';
  }

  /** The lines up to the break in quotes at `place`, before which the record has so many others, are lost; what follows is not. */
  #rejectTo(fault: Fault, place: number, breaksBefore: number): Step {
    this.end = place;
    this.#breaks = breaksBefore;
    return this.#reject(fault);
  }

  #reject(fault: Fault): Step {
    this.fault = fault;
    this.#pass();
    return 'unreadable';
  }

  /** Goes behind the line that the record ends in. */
  #pass(): void {
    this.#nextLine = this.line + this.#breaks + 1;
    this.#at = this.end === this.#windowEnd ? this.end : this.#behindBreak(this.end);
  }

  /** True if more of the file must be seen to know what stands at `at`: the window ends there, and the record may yet go on. */
  #endsOpen(at: number): boolean {
    const open = (at === this.#windowEnd && !this.#last) || this.#isHalfBreak(at);
    return open && this.#windowEnd - this.start <= this.#limit + 1;
  }

  /** A carriage return at the end of the window, behind which a line feed may follow. */
  #isHalfBreak(at: number): boolean {
    return !this.#last && at + 1 === this.#windowEnd && this.#bytes[at] === carriageReturn;
  }

  #behindBreak(at: number): number {
    const isPair = this.#bytes[at] === carriageReturn && at + 1 < this.#windowEnd && this.#bytes[at + 1] === lineFeed;
    return at + (isPair ? 2 : 1);
  }

  /** The first line end from `at` on, quotes or not; the window's end if there is none. */
  #lineEnd(at: number): number {
    const bytes = this.#bytes;
    let place = at;
    while (place < this.#windowEnd && bytes[place] !== lineFeed && bytes[place] !== carriageReturn) place++;
    return place;
  }

  /** Nothing but spaces, tabs, or the mark that old programs end a text with (0x1a). */
  #isBlank(): boolean {
    for (let place = this.start; place < this.end; place++) {
      const byte = this.#bytes[place];
      if (byte !== space && byte !== 9 && byte !== 0x1a) return false;
    }
    return true;
  }
}
