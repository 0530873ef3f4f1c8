import { excerpt, passingFailure, SourceFailure } from '../failure.ts';
import { withoutMark } from './byte-order-mark.ts';
import { complaint, complaintNames, explanation } from './complaint.ts';
import { BrokenJson, JsonWalk, type JsonListener } from './json-walk.ts';
import type { PageEnd, PageReader } from './page-reader.ts';
import { Span } from './span.ts';

const lineEnd = Buffer.from('\n');
/** A cursor, an address or a complaint is not longer. */
const longestSaid = 4096;
const headBytes = 512;

export interface JsonPlaces {
  /** Where the array of rows is; empty: the document is the array. */
  readonly rows: readonly string[];
  /** Where the next page's cursor or address is. */
  readonly next?: readonly string[] | undefined;
}

/** Reads a JSON document, of which the rows come out as NDJSON. */
export class JsonPage implements PageReader, JsonListener {
  readonly #places: JsonPlaces;
  readonly #walk = new JsonWalk(this);
  readonly #rows = new Span();
  /** What the document says besides the rows: by the member's name, and the next page by ''. */
  readonly #said = new Map<string, string>();
  readonly #saying = new Span(longestSaid);
  #sayingName = '';
  #sayingDepth = 0;
  readonly #members: string[] = [];
  /** What stands where the rows should be. */
  #found: 'object' | 'array' | 'scalar' | undefined;
  /** How deep the rows lie while the walk is among them. */
  #rowDepth = 0;
  #count = 0;
  #piece: Buffer = Buffer.alloc(0);
  #head: Buffer = Buffer.alloc(0);
  #bytes = 0;

  constructor(places: JsonPlaces) {
    this.#places = places;
  }

  take(piece: Buffer): Buffer {
    const bytes = this.#bytes === 0 ? withoutMark(piece) : piece;
    if (this.#head.length < headBytes) this.#head = Buffer.concat([this.#head, bytes.subarray(0, headBytes)]);
    this.#piece = bytes;
    try {
      this.#walk.take(bytes);
    } catch (error) {
      throw error instanceof BrokenJson ? this.#broken(error) : error;
    }
    this.#bytes += piece.length;
    this.#rows.carry(bytes);
    this.#saying.carry(bytes);
    return this.#rows.drain();
  }

  end(): PageEnd {
    if (this.#head.toString().trim() === '') throw new SourceFailure('answers with nothing at all');
    this.#walk.finish();
    if (!this.#walk.isWhole) throw passingFailure(`breaks off in the middle of its answer, after ${this.#bytes} bytes`);
    if (this.#found !== 'array') throw this.#withoutRows();
    const wrong = complaint(this.#said);
    if (wrong !== undefined) throw new SourceFailure(`answers that something is wrong: ${wrong}`);
    const next = nextOf(this.#said.get(''));
    return { rows: this.#count, ...(next === undefined ? {} : { next }) };
  }

  started(at: number, kind: 'object' | 'array' | 'scalar'): void {
    const { depth } = this.#walk;
    if (this.#rowDepth > 0) {
      if (depth !== this.#rowDepth) return;
      this.#rows.open(at);
      this.#count += 1;
      return;
    }
    if (this.#walk.isAt(this.#places.rows)) this.#foundRows(kind);
    else if (!this.#saying.isOpen) this.#listen(at, depth);
  }

  ended(at: number): void {
    const { depth } = this.#walk;
    if (this.#rowDepth > 0 && depth === this.#rowDepth) {
      this.#rows.close(this.#piece, at);
      this.#rows.add(lineEnd);
    } else if (depth < this.#rowDepth) {
      this.#rowDepth = 0;
      this.#walk.skims = false;
    } else if (this.#saying.isOpen && depth === this.#sayingDepth) {
      this.#saying.close(this.#piece, at);
      this.#said.set(this.#sayingName, this.#saying.drain().toString());
    }
  }

  lineBroke(at: number): void {
    this.#rows.skip(this.#piece, at);
  }

  #foundRows(kind: 'object' | 'array' | 'scalar'): void {
    if (this.#found !== undefined) throw new SourceFailure(`answers with ${this.#place()} twice`);
    this.#found = kind;
    if (kind !== 'array') return;
    this.#rowDepth = this.#walk.depth + 1;
    this.#walk.skims = true;
  }

  #listen(at: number, depth: number): void {
    const { member } = this.#walk;
    if (depth === 1 && this.#members.length < 8) this.#members.push(member);
    const isNext = this.#places.next !== undefined && this.#walk.isAt(this.#places.next);
    if (!isNext && !(depth === 1 && complaintNames.some((name) => name === member))) return;
    this.#sayingName = isNext ? '' : member;
    this.#sayingDepth = depth;
    this.#saying.open(at);
  }

  #broken(error: BrokenJson): SourceFailure {
    const head = this.#head.toString();
    if (/^\s*</.test(head)) return new SourceFailure(`answers with a page instead of JSON: ${excerpt(head)}`);
    if (/^\s*[[{]/.test(head)) return passingFailure(`answers with broken JSON: ${error.message}`, { cause: error });
    return new SourceFailure(`answers with a text instead of JSON: ${excerpt(head)}`);
  }

  #place(): string {
    return this.#places.rows.length === 0 ? 'its rows' : `"${this.#places.rows.join('.')}"`;
  }

  #withoutRows(): SourceFailure {
    const wrong = explanation(this.#said);
    if (wrong !== undefined) return new SourceFailure(`answers without rows: ${wrong}`);
    const head = this.#head.toString().trimStart();
    if (head.startsWith('['))
      return new SourceFailure(`answers with a list that is not in an object at ${this.#place()}`);
    if (!head.startsWith('{')) return new SourceFailure(`answers with a text instead of JSON: ${excerpt(head)}`);
    if (this.#places.rows.length > 0 && this.#found !== undefined)
      return new SourceFailure(`answers with no list at ${this.#place()}`);
    if (this.#found !== 'object') {
      const there = this.#members.map((name) => `"${name}"`);
      return new SourceFailure(`answers without ${this.#place()}; there is ${there.join(', ') || 'nothing'}`);
    }
    return new SourceFailure('answers with an object; say where in it the rows are, in "rows"');
  }
}

/** A cursor or an address; none where there is null, false or an empty text. */
function nextOf(value: string | undefined): string | undefined {
  if (value === undefined || ['null', 'false', '""'].includes(value)) return undefined;
  if (!/^["\d-]/.test(value) || value.length === longestSaid) {
    throw new SourceFailure('answers with no text where the next page should be told');
  }
  return value.startsWith('"') ? String(JSON.parse(value)) : value;
}
