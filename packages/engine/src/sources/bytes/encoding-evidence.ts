import { isAscii, isUtf8 } from 'node:buffer';
import { wholeCharacters } from './whole-characters.ts';

const lineFeed = 10;
const carriageReturn = 13;
const longestBom = 3;
/** A longer line is judged in pieces. */
const longestLine = 64 * 1024;

/** What the bytes of a whole file say of its encoding. */
export interface EncodingEvidence {
  /** The byte-order mark that it begins with. */
  readonly bom: 'utf-8' | 'utf-16le' | 'utf-16be' | undefined;
  readonly bytes: number;
  /** How many bytes are NUL, at even and at odd offsets. */
  readonly evenNuls: number;
  readonly oddNuls: number;
  /** That there are characters beyond ASCII that are valid UTF-8. */
  readonly valid: boolean;
  /** How many lines, or pieces of long ones, are not UTF-8. */
  readonly invalidLines: number;
}

/** Looks at blocks as they come, and keeps one line at the most. */
export class EncodingObserver implements EncodingEvidence {
  bom: EncodingEvidence['bom'];
  bytes = 0;
  evenNuls = 0;
  oddNuls = 0;
  valid = false;
  invalidLines = 0;
  #beginning: Buffer = Buffer.alloc(0);
  /** The last line, as far as it has come, if it has more than ASCII. */
  #rest: Buffer = Buffer.alloc(0);

  add(block: Buffer): void {
    if (this.#beginning.length < longestBom) {
      this.#beginning = Buffer.concat([this.#beginning, block.subarray(0, longestBom)]);
      this.bom = bomOf(this.#beginning);
    }
    if (block.includes(0)) this.#countNuls(block);
    this.bytes += block.length;
    if (this.bom === 'utf-16le' || this.bom === 'utf-16be') return;
    if (this.#rest.length === 0 && isAscii(block)) return;
    const bytes = this.#rest.length === 0 ? block : Buffer.concat([this.#rest, block]);
    const lastLine = Math.max(bytes.lastIndexOf(lineFeed), bytes.lastIndexOf(carriageReturn)) + 1;
    const whole = bytes.length - lastLine > longestLine ? wholeCharacters(bytes) : lastLine;
    this.#judge(bytes.subarray(0, whole));
    const rest = bytes.subarray(whole);
    this.#rest = isAscii(rest) ? Buffer.alloc(0) : Buffer.from(rest);
  }

  /** To be called behind the last block. */
  end(): void {
    this.#judge(this.#rest);
    this.#rest = Buffer.alloc(0);
  }

  #countNuls(block: Buffer): void {
    for (let at = block.indexOf(0); at >= 0 && at < block.length; at++) {
      if (block[at] !== 0) continue;
      if ((this.bytes + at) % 2 === 0) this.evenNuls++;
      else this.oddNuls++;
    }
  }

  #judge(bytes: Buffer): void {
    if (isAscii(bytes)) return;
    if (isUtf8(bytes)) {
      this.valid = true;
      return;
    }
    const separator = bytes.includes(lineFeed) ? lineFeed : carriageReturn;
    for (let from = 0; from < bytes.length;) {
      const next = bytes.indexOf(separator, from);
      const to = next < 0 ? bytes.length : next + 1;
      const line = bytes.subarray(from, to);
      if (!isUtf8(line)) this.invalidLines++;
      else if (!this.valid && !isAscii(line)) this.valid = true;
      from = to;
    }
  }
}

function bomOf(block: Buffer): EncodingEvidence['bom'] {
  if (block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf) return 'utf-8';
  if (block[0] === 0xff && block[1] === 0xfe) return 'utf-16le';
  return block[0] === 0xfe && block[1] === 0xff ? 'utf-16be' : undefined;
}
