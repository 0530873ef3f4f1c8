import { hexadecimal, isPlainEscape } from './unescape.ts';
import type { KnownKey, Level, WantedPaths } from './wanted.ts';

/** The bytes end before the object does. */
export const unfinished = -1;
/** What stands there is no JSON object; `problem` says why. */
export const broken = -2;

const deepest = 200;
/** Keys of objects at one place that are known by their bytes; the keys of more are looked up each time. */
const mostKnown = 512;
const notWanted = { slot: -1, level: undefined, elements: undefined };

/**
 * Finds the wanted values of one JSON object after the other, as pieces of their bytes. Our own, because JSON.parse and the
 * libraries that stream turn numbers into doubles, and so lose digits of amounts and codes, and make objects of rows.
 *
 * Bytes that break the structure make an object `broken`. A value that is no JSON, in a sound structure, is its `flaw`.
 */
export class RowScanner {
  /** For each slot, where the value's text stands: without its quotes, but with its escapes. */
  starts: Int32Array;
  /** -1: NULL. */
  lengths: Int32Array;
  /** 1: has escapes. */
  escaped: Uint8Array;
  /** How many objects the wanted array has; the slots of each follow those of the record and of those before it. */
  elements = 0;
  /** How many other things it has. */
  strays = 0;
  /** What is no JSON in the record although its structure is sound, and where; '' if it is JSON. */
  flaw = '';
  /** What breaks the structure, and where. */
  problem = '';
  readonly wanted: WantedPaths;
  #bytes: Buffer = Buffer.alloc(1);
  #from = 0;
  #end = 0;
  /** Where the slots begin of the object that is being read. */
  #base = 0;
  #depth = 0;
  #stringIsEscaped = false;

  constructor(wanted: WantedPaths) {
    this.wanted = wanted;
    const slots = wanted.ofRecord + wanted.ofElement * 16;
    this.starts = new Int32Array(slots);
    this.lengths = new Int32Array(slots);
    this.escaped = new Uint8Array(slots);
  }

  /**
   * Reads the object that begins at `from`. The byte at `end` must be zero: it ends every loop.
   * @returns the position behind the object, `unfinished` or `broken`
   */
  scan(bytes: Buffer, from: number, end: number): number {
    this.#bytes = bytes;
    this.#from = from;
    this.#end = end;
    this.#base = this.#depth = this.elements = this.strays = 0;
    this.flaw = '';
    this.lengths.fill(-1, 0, this.wanted.ofRecord);
    if (bytes[from] !== 0x7b) return this.#broken(from, 'an object should begin');
    return this.#object(from + 1, this.wanted.root);
  }

  #object(from: number, level: Level | undefined): number {
    if (++this.#depth > deepest) return this.#broken(from, `objects are nested deeper than ${deepest}`);
    const bytes = this.#bytes;
    let next = 0;
    let at = this.#gap(from);
    if (bytes[at] === 0x7d) return this.#leave(at);
    for (;;) {
      if (bytes[at] !== 0x22) return this.#broken(at, 'a key in quotes should begin');
      let key: KnownKey | undefined;
      if (level === undefined) at = this.#string(at + 1);
      else {
        key = level.known[next];
        if (key === undefined || !this.#isKey(key, at + 1)) key = this.#otherKey(level, at + 1);
        if (key === undefined) return unfinished;
        next = key.index + 1;
        at += key.bytes.length + 2;
      }
      if (at < 0) return at;
      at = this.#gap(at);
      if (bytes[at] !== 0x3a) return this.#broken(at, 'a colon is missing');
      at = this.#value(this.#gap(at + 1), key);
      if (at < 0) return at;
      at = this.#gap(at);
      if (bytes[at] === 0x7d) return this.#leave(at);
      if (bytes[at] !== 0x2c) return this.#broken(at, 'a comma or } is missing');
      at = this.#gap(at + 1);
    }
  }

  #array(from: number, elements: Level | undefined): number {
    if (++this.#depth > deepest) return this.#broken(from, `arrays are nested deeper than ${deepest}`);
    const bytes = this.#bytes;
    let at = this.#gap(from);
    if (bytes[at] === 0x5d) return this.#leave(at);
    for (;;) {
      if (elements === undefined) at = this.#value(at, undefined);
      else if (bytes[at] === 0x7b) at = this.#element(at, elements);
      else {
        this.strays++;
        at = this.#value(at, undefined);
      }
      if (at < 0) return at;
      at = this.#gap(at);
      if (bytes[at] === 0x5d) return this.#leave(at);
      if (bytes[at] !== 0x2c) return this.#broken(at, 'a comma or ] is missing');
      at = this.#gap(at + 1);
    }
  }

  #leave(at: number): number {
    this.#depth--;
    return at + 1;
  }

  #element(at: number, level: Level): number {
    const { ofRecord, ofElement } = this.wanted;
    this.#base = ofRecord + this.elements * ofElement;
    this.elements++;
    if (this.#base + ofElement > this.lengths.length) this.#grow();
    this.lengths.fill(-1, this.#base, this.#base + ofElement);
    const end = this.#object(at + 1, level);
    this.#base = 0;
    return end;
  }

  #grow(): void {
    const { starts, lengths, escaped } = this;
    this.starts = new Int32Array(starts.length * 2);
    this.lengths = new Int32Array(starts.length * 2);
    this.escaped = new Uint8Array(starts.length * 2);
    this.starts.set(starts);
    this.lengths.set(lengths);
    this.escaped.set(escaped);
  }

  #value(at: number, key: KnownKey | undefined): number {
    const slot = key === undefined || key.slot < 0 ? -1 : this.#base + key.slot;
    const first = this.#bytes[at] ?? 0;
    let end: number;
    if (first === 0x22) {
      end = this.#string(at + 1);
      if (slot >= 0) this.#keep(slot, at + 1, end - 1, this.#stringIsEscaped);
      return end;
    }
    if (first === 0x7b) {
      const lone = key?.elements;
      if (lone !== undefined) {
        // Writers that make JSON of XML write one element without its array.
        this.elements = this.strays = 0;
        return this.#element(at, lone);
      }
      end = this.#object(at + 1, key?.level);
    } else if (first === 0x5b) {
      if (key?.elements !== undefined) this.elements = this.strays = 0;
      end = this.#array(at + 1, key?.elements);
    } else {
      end = first === 0x2d || (first >= 0x30 && first <= 0x39) ? this.#number(at) : this.#word(at);
      if (first === 0x6e && slot >= 0) {
        // The last of equal keys counts, as everywhere.
        this.lengths[slot] = -1;
        return end;
      }
    }
    if (slot >= 0) this.#keep(slot, at, end, false);
    return end;
  }

  #keep(slot: number, from: number, to: number, escaped: boolean): void {
    this.starts[slot] = from;
    this.lengths[slot] = to - from;
    this.escaped[slot] = escaped ? 1 : 0;
  }

  /** @returns the position behind the closing quote of the string whose first byte is at `from` */
  #string(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    this.#stringIsEscaped = false;
    for (;;) {
      const byte = bytes[at++] ?? 0;
      if (byte === 0x22) return at;
      if (byte === 0x5c) {
        this.#stringIsEscaped = true;
        at = this.#escape(at);
        if (at < 0) return at;
      } else if (byte < 0x20) {
        if (at > this.#end) return unfinished;
        this.#flawAt(at - 1, byte === 0 ? 'a NUL byte' : 'a line break, tab or other control character inside a text');
      }
    }
  }

  #escape(at: number): number {
    const byte = this.#bytes[at] ?? 0;
    if (byte === 0x75) {
      if (at + 5 > this.#end) return unfinished;
      const code = hexadecimal(this.#bytes, at + 1);
      if (code === 0) this.#flawAt(at - 1, 'a NUL character');
      if (code < 0) this.#flawAt(at - 1, '\\u without 4 hexadecimal digits');
      return code < 0 ? at + 1 : at + 5;
    }
    if (at >= this.#end) return unfinished;
    if (!isPlainEscape(byte)) this.#flawAt(at - 1, 'a backslash before a character that needs none');
    // A control character is met again.
    return byte < 0x20 ? at : at + 1;
  }

  #number(from: number): number {
    const bytes = this.#bytes;
    let at = bytes[from] === 0x2d ? from + 1 : from;
    const whole = at;
    at = this.#digits(at);
    let sound = at > whole && (bytes[whole] !== 0x30 || at === whole + 1);
    if (bytes[at] === 0x2e) {
      const fraction = at + 1;
      at = this.#digits(fraction);
      sound &&= at > fraction;
    }
    if (((bytes[at] ?? 0) | 0x20) === 0x65) {
      const sign = bytes[at + 1] ?? 0;
      const exponent = sign === 0x2b || sign === 0x2d ? at + 2 : at + 1;
      at = this.#digits(exponent);
      sound &&= at > exponent;
    }
    return sound && isEndOfWord(bytes[at] ?? 0) && at < this.#end ? at : this.#notAValue(from);
  }

  #digits(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    for (let byte = bytes[at] ?? 0; byte >= 0x30 && byte <= 0x39; byte = bytes[at] ?? 0) at++;
    return at;
  }

  /** true, false or null. */
  #word(from: number): number {
    const bytes = this.#bytes;
    const second = bytes[from + 1];
    const isFalse = bytes[from] === 0x66 && second === 0x61;
    const end = from + (isFalse ? 5 : 4);
    if (end >= this.#end || !isEndOfWord(bytes[end] ?? 0)) return this.#notAValue(from);
    const known =
      (bytes[from] === 0x74 && second === 0x72 && bytes[from + 2] === 0x75 && bytes[from + 3] === 0x65) ||
      (bytes[from] === 0x6e && second === 0x75 && bytes[from + 2] === 0x6c && bytes[from + 3] === 0x6c) ||
      (isFalse && bytes[from + 2] === 0x6c && bytes[from + 3] === 0x73 && bytes[from + 4] === 0x65);
    return known ? end : this.#notAValue(from);
  }

  #notAValue(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    while (!isEndOfWord(bytes[at] ?? 0)) at++;
    if (at >= this.#end) return unfinished;
    if (at === from && bytes[at] !== 0) return this.#broken(at, 'a value is missing');
    if (bytes[at] === 0) return this.#broken(at, 'a NUL byte');
    this.#flawAt(from, `${bytes.toString('utf8', from, Math.min(at, from + 40))} is not a JSON value`);
    return at;
  }

  #gap(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[at]) at++;
    return at;
  }

  #isKey({ bytes: key }: KnownKey, from: number): boolean {
    const bytes = this.#bytes;
    if (bytes[from + key.length] !== 0x22) return false;
    for (let place = 0; place < key.length; place++) if (bytes[from + place] !== key[place]) return false;
    return true;
  }

  /** The key of the string at `from`; undefined if the bytes end before it does. */
  #otherKey(level: Level, from: number): KnownKey | undefined {
    const known = level.known.find((candidate) => this.#isKey(candidate, from));
    if (known !== undefined) return known;
    const end = this.#string(from);
    if (end < 0) return undefined;
    const text = this.#bytes.toString('utf8', from, end - 1);
    // Of a row that has a flaw nothing is used, and an unsound key would stay.
    const sound = this.flaw === '';
    const name = this.#stringIsEscaped && sound ? String(JSON.parse(`"${text}"`)) : text;
    const key = {
      ...(level.wanted.get(name) ?? notWanted),
      bytes: Uint8Array.from(this.#bytes.subarray(from, end - 1)),
      index: level.known.length,
    };
    if (sound && level.known.length < mostKnown) level.known.push(key);
    return key;
  }

  #broken(at: number, problem: string): number {
    if (at >= this.#end) return unfinished;
    this.problem = this.#place(at, problem);
    return broken;
  }

  #flawAt(at: number, flaw: string): void {
    if (this.flaw === '') this.flaw = this.#place(at, flaw);
  }

  #place(at: number, problem: string): string {
    return `${problem} at byte ${at - this.#from + 1}`;
  }
}

/** A byte that no number and no word can hold: of the structure, white space, or the end. */
function isEndOfWord(byte: number): boolean {
  return (
    byte <= 0x20 ||
    byte === 0x2c ||
    byte === 0x7d ||
    byte === 0x5d ||
    byte === 0x3a ||
    byte === 0x22 ||
    byte === 0x7b ||
    byte === 0x5b
  );
}
