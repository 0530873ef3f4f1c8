import { isUtf8 } from 'node:buffer';
import { rawTextLimit } from '../../records/records.ts';

/** A record of more bytes is not read. */
export const recordLimit = 1024 * 1024;

/** So many bytes of a file are looked at at once: any record that is read fits in. */
const windowBytes = 2 * recordLimit;

/** A piece of a file that moves on through it: bytes `start` to `end` of `bytes` are there and not yet read. */
export class Window {
  /**
   * The piece, then a byte that is always zero, then `spare`: room for texts that are made of those of one record, which are
   * never longer than it.
   */
  readonly bytes: Buffer;
  readonly spare: number;
  start = 0;
  end = 0;
  /** The file has no more bytes. */
  ended = false;
  /** Called before positions change. */
  onMove: () => void = () => {};
  /** All records that end within the piece are valid UTF-8. */
  clean = true;
  readonly #source: AsyncIterator<Buffer>;
  readonly #capacity: number;
  #rest: Buffer | undefined;
  /** The line of the byte at `#counted`, and where the next line feed is. */
  #line = 1;
  #counted = 0;
  #lineFeed = -1;

  constructor(source: AsyncIterable<Buffer>, capacity = windowBytes) {
    this.#source = source[Symbol.asyncIterator]();
    this.#capacity = capacity;
    this.spare = capacity + 1;
    this.bytes = Buffer.alloc(capacity + 1 + recordLimit);
  }

  /** Moves what is not yet read to the front, so that all positions change, and fills up. @returns false if nothing came */
  async fill(): Promise<boolean> {
    this.onMove();
    this.lineAt(this.start);
    this.bytes.copyWithin(0, this.start, this.end);
    this.end -= this.start;
    this.start = this.#counted = 0;
    this.#lineFeed = -1;
    const before = this.end;
    while (this.end < this.#capacity && !this.ended) {
      this.#rest ??= await this.#next();
      if (this.#rest === undefined) break;
      const room = this.#rest.subarray(0, this.#capacity - this.end);
      this.bytes.set(room, this.end);
      this.end += room.length;
      this.#rest = room.length < this.#rest.length ? this.#rest.subarray(room.length) : undefined;
    }
    this.bytes[this.end] = 0;
    this.clean = this.#isClean();
    return this.end > before;
  }

  /** The line in the file, from 1, of a position in the piece; positions must not go back. */
  lineAt(position: number): number {
    for (;;) {
      if (this.#lineFeed < this.#counted) {
        const found = this.bytes.indexOf(0x0a, this.#counted);
        this.#lineFeed = found === -1 || found > this.end ? this.end : found;
      }
      if (this.#lineFeed >= position) {
        this.#counted = position;
        return this.#line;
      }
      this.#line++;
      this.#counted = this.#lineFeed + 1;
    }
  }

  /** What stands there, for people. */
  text(from: number, to: number): string {
    // A character has at most 4 bytes.
    return this.bytes.toString('utf8', from, Math.min(to, from + rawTextLimit * 4)).slice(0, rawTextLimit);
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #next(): Promise<Buffer | undefined> {
    const { value, done } = await this.#source.next();
    if (done !== true) return value;
    this.ended = true;
    return undefined;
  }

  #isClean(): boolean {
    let end = this.end;
    while (end > 0 && (this.bytes[end - 1] ?? 0) >= 0x80) end--;
    return isUtf8(this.bytes.subarray(0, end));
  }
}
