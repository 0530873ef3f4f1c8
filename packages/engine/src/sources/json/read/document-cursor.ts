import { FluxionError } from '../../../base/index.ts';
import type { Window } from './window.ts';

const longestKey = 64 * 1024;

/** Walks through a JSON document of any size, of which it holds only the window. */
export class DocumentCursor {
  readonly path: string;
  readonly window: Window;

  constructor(path: string, window: Window) {
    this.path = path;
    this.window = window;
  }

  /** Passes over white space. @returns the byte that stands there. @throws FluxionError SOURCE_CORRUPT at the end */
  async peek(): Promise<number> {
    const byte = await this.peekOrEnd();
    if (byte === undefined) throw this.breaksOff();
    return byte;
  }

  /** As `peek`; undefined at the end of the file. */
  async peekOrEnd(): Promise<number | undefined> {
    while (!this.isReady()) if (!(await this.window.fill())) return undefined;
    return this.window.bytes[this.window.start];
  }

  /** Passes over white space. @returns whether something follows in the window */
  isReady(): boolean {
    const { window } = this;
    while (window.start < window.end && isWhiteSpace(window.bytes[window.start] ?? 0)) window.start++;
    return window.start < window.end;
  }

  /** Passes over the byte if it comes next. */
  async takes(byte: number): Promise<boolean> {
    const found = (await this.peek()) === byte;
    if (found) this.window.start++;
    return found;
  }

  async expect(byte: number): Promise<void> {
    if (!(await this.takes(byte))) throw this.invalid(`${String.fromCharCode(byte)} is missing`);
  }

  /** Reads a key. @throws FluxionError SOURCE_CORRUPT */
  async key(): Promise<string> {
    const { window } = this;
    if ((await this.peek()) !== 0x22) throw this.invalid('a key in quotes is missing');
    if (window.end - window.start < longestKey) await window.fill();
    const from = window.start;
    await this.skipValue();
    const text = window.bytes.toString('utf8', from, window.start);
    try {
      return String(JSON.parse(text));
    } catch {
      throw this.invalid('a key that is none');
    }
  }

  /** Passes over the value that comes next, of any length; only its brackets and quotes are looked at. */
  async skipValue(): Promise<void> {
    await this.peek();
    await this.#skip(new Skipper(0));
  }

  /** Passes over what is left of the array or object that the cursor is in, with its closing bracket. */
  async skipRest(): Promise<void> {
    await this.#skip(new Skipper(1));
  }

  async #skip(skipper: Skipper): Promise<void> {
    while (!skipper.skip(this.window)) if (!(await this.window.fill())) throw this.breaksOff();
  }

  breaksOff(): FluxionError {
    return new FluxionError('SOURCE_CORRUPT', `${this.path} breaks off in the middle: get the whole file.`);
  }

  invalid(problem: string): FluxionError {
    const line = this.window.lineAt(this.window.start);
    return new FluxionError('SOURCE_CORRUPT', `${this.path} is not valid JSON: ${problem} in line ${line}.`);
  }
}

/** Finds the end of one value, however many windows it spans. */
class Skipper {
  #depth: number;
  #inString = false;
  #isEscaped = false;
  #inWord = false;

  /** @param depth of how many brackets the end is looked for, besides those that are met */
  constructor(depth: number) {
    this.#depth = depth;
  }

  /** Moves the window's start on. @returns true behind the value */
  skip(window: Window): boolean {
    const { bytes, end } = window;
    for (let at = window.start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (this.#inString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (byte === 0x5c) this.#isEscaped = true;
        else if (byte === 0x22) {
          this.#inString = false;
          if (this.#depth === 0) return move(window, at + 1);
        }
      } else if (byte === 0x22 && !this.#inWord) this.#inString = true;
      else if ((byte === 0x7b || byte === 0x5b) && !this.#inWord) this.#depth++;
      else if (this.#depth > 0) {
        if ((byte === 0x7d || byte === 0x5d) && --this.#depth === 0) return move(window, at + 1);
      } else if (byte > 0x20 && byte !== 0x2c && byte !== 0x7d && byte !== 0x5d) this.#inWord = true;
      else return move(window, at);
    }
    return !move(window, end);
  }
}

function move(window: Window, to: number): true {
  window.start = to;
  return true;
}

function isWhiteSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
