import { parseXml } from './parse-xml.ts';

/** The texts that cells refer to by their number, in memory outside of JavaScript's heap. */
export class SharedStrings {
  #bytes = Buffer.alloc(64 * 1024);
  #ends = new Uint32Array(1024);
  #count = 0;

  /** @param blocks of the part; undefined: the workbook has none. @throws Error if they are not well-formed */
  static async read(blocks: AsyncIterable<Buffer> | undefined): Promise<SharedStrings> {
    const strings = new SharedStrings();
    let text = '';
    let isText = false;
    /** Within a phonetic reading, which is no part of the text. */
    let isReading = false;
    if (blocks === undefined) return strings;
    await parseXml(blocks, {
      open(name) {
        if (name === 'si') text = '';
        else if (name === 'rPh') isReading = true;
        else if (name === 't') isText = !isReading;
      },
      text(piece) {
        if (isText) text += piece;
      },
      close(name) {
        if (name === 't') isText = false;
        else if (name === 'rPh') isReading = false;
        else if (name === 'si') strings.#add(plainText(text));
      },
    });
    return strings;
  }

  /** The text of a number; undefined if there is none. */
  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    return this.#bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
  }

  #add(text: string): void {
    const start = this.#count === 0 ? 0 : (this.#ends[this.#count - 1] ?? 0);
    const most = start + text.length * 3;
    if (most > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], Math.max(most, this.#bytes.length * 2));
    if (this.#count === this.#ends.length) {
      const ends = new Uint32Array(this.#count * 2);
      ends.set(this.#ends);
      this.#ends = ends;
    }
    this.#ends[this.#count++] = start + this.#bytes.write(text, start);
  }
}

/** Workbooks write characters that XML has no room for, such as a carriage return, as _x000D_. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (written, digits: string) =>
    digits === '0000' ? written : String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
