import { excerpt, SourceFailure } from '../failure.ts';
import { withoutMark } from './byte-order-mark.ts';
import { complaint } from './complaint.ts';
import type { PageEnd, PageReader } from './page-reader.ts';

const keptBytes = 65_536;
const lineEnd = Buffer.from('\n');
const newline = 0x0a;

export interface TextPages {
  readonly format: 'csv' | 'ndjson';
  /** Whether each page of CSV begins with a header. */
  readonly header: boolean;
}

/** Reads pages of CSV or NDJSON so that together they are one file: with one header, and every line ended. */
export class TextPage implements PageReader {
  readonly #pages: TextPages;
  /** The header that the first page had; undefined: this is the first page, or there is none. */
  readonly #firstHeader: string | undefined;
  readonly #isFirst: boolean;
  /** The first line, or as much of it as is kept. */
  #line: Buffer = Buffer.alloc(0);
  #lineIsWhole = false;
  #bytes = 0;
  #lines = 0;
  #lineIsBlank = true;
  #last = newline;

  constructor(pages: TextPages, earlier?: { readonly header: string | undefined }) {
    this.#pages = pages;
    this.#isFirst = earlier === undefined;
    this.#firstHeader = earlier?.header;
  }

  /** The first line of CSV with a header, for the pages that follow. */
  get header(): string | undefined {
    return this.#hasHeader ? this.#text() : undefined;
  }

  take(piece: Buffer): Buffer {
    this.#count(this.#bytes === 0 ? withoutMark(piece) : piece);
    this.#bytes += piece.length;
    if (piece.length > 0) this.#last = piece.at(-1) ?? newline;
    if (this.#lineIsWhole) return piece;
    return this.#firstLine(piece);
  }

  end(): PageEnd {
    if (!this.#lineIsBlank) this.#lines += 1;
    const text = this.#text();
    if (this.#lines === 0) {
      // A page after the last holds nothing; as the first answer nothing is no word about the day.
      if (!this.#isFirst && this.#pages.format === 'ndjson') return { rows: 0 };
      throw new SourceFailure('answers with nothing at all');
    }
    this.#refuseOtherThings(text);
    const rest = this.#last === newline ? Buffer.alloc(0) : lineEnd;
    if (!this.#hasHeader) return { rows: this.#lines, rest };
    if (this.#firstHeader !== undefined && this.#firstHeader !== text) {
      throw new SourceFailure(`answers with another header than that of its first page: ${excerpt(text)}`);
    }
    return { rows: this.#lines - 1, rest };
  }

  get #hasHeader(): boolean {
    return this.#pages.format === 'csv' && this.#pages.header;
  }

  #text(): string {
    return withoutMark(this.#line).toString().trim();
  }

  #count(piece: Buffer): void {
    for (const byte of piece) {
      if (byte === newline) {
        if (!this.#lineIsBlank) this.#lines += 1;
        this.#lineIsBlank = true;
      } else if (byte > 0x20) this.#lineIsBlank = false;
    }
  }

  /** Keeps the first line, which is left out where it is the header of a later page. */
  #firstLine(piece: Buffer): Buffer {
    const end = piece.indexOf(newline);
    const rest = end < 0 ? piece.length : end + 1;
    this.#line = Buffer.concat([this.#line, piece.subarray(0, rest)]).subarray(0, keptBytes);
    this.#lineIsWhole = end >= 0;
    return this.#hasHeader && !this.#isFirst ? piece.subarray(rest) : piece;
  }

  #refuseOtherThings(text: string): void {
    if (text.startsWith('<')) throw new SourceFailure(`answers with a page instead of rows: ${excerpt(text)}`);
    const isJson = text.startsWith('{') || text.startsWith('[');
    if (this.#pages.format === 'ndjson') {
      if (!isJson) throw new SourceFailure(`answers with a text instead of NDJSON: ${excerpt(text)}`);
      const wrong = this.#lines === 1 ? complaintIn(text) : undefined;
      if (wrong !== undefined) throw new SourceFailure(`answers that something is wrong: ${wrong}`);
    } else if (isJson) throw new SourceFailure(`answers with JSON instead of CSV: ${excerpt(text)}`);
  }
}

/** What the only line of an answer complains of. */
function complaintIn(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return complaint(new Map(Object.entries(value).map(([name, said]) => [name, JSON.stringify(said) ?? ''])));
  } catch {
    return undefined;
  }
}
