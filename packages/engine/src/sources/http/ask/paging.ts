import { SourceFailure } from '../failure.ts';
import type { PageEnd } from '../answer/index.ts';
import type { Paging } from '../define/source.ts';
import type { Placeholder } from '../define/template.ts';

/** Which page is asked for. */
export interface Position {
  /** From 1. */
  readonly number: number;
  readonly values: Readonly<Partial<Record<Placeholder, string>>>;
  /** The page's address, where the page before has told it. */
  readonly address?: URL;
}

/** A page that was read, with what leads to the next one. */
export interface ReadPage extends PageEnd {
  /** Where it came from. */
  readonly address: URL;
  /** The header Link. */
  readonly link: string | undefined;
  /** Digest of its rows. */
  readonly digest: string;
}

/** Goes from page to page, and notices a source that gives the same one for ever. */
export class Pages {
  readonly #paging: Paging;
  readonly #maxPages: number;
  /** Digests of rows, cursors or addresses that there were. */
  readonly #seen = new Set<string>();

  constructor(paging: Paging, maxPages: number) {
    this.#paging = paging;
    this.#maxPages = maxPages;
  }

  first(): Position {
    const { by } = this.#paging;
    if (by === 'number') return this.#numbered(1);
    return { number: 1, values: by === 'offset' ? this.#offset(1) : { cursor: '' } };
  }

  /** @returns undefined after the last page; @throws SourceFailure if the source goes round in circles */
  after(position: Position, page: ReadPage): Position | undefined {
    const next = this.#next(position, page);
    if (next !== undefined && position.number >= this.#maxPages) {
      throw new SourceFailure(`has more than ${this.#maxPages} pages; "limits.pages" allows more`);
    }
    return next;
  }

  #next(position: Position, page: ReadPage): Position | undefined {
    const number = position.number + 1;
    switch (this.#paging.by) {
      case 'none':
        return undefined;
      case 'number':
      case 'offset':
        return this.#counted(number, page);
      case 'cursor':
        return page.next === undefined ? undefined : { number, values: { cursor: this.#new(page.next, 'cursor') } };
      case 'link':
        return this.#at(number, linkTo(page.link), page.address);
      case 'next':
        return this.#at(number, page.next, page.address);
    }
  }

  #counted(number: number, { rows, digest }: ReadPage): Position | undefined {
    const size = 'size' in this.#paging ? this.#paging.size : undefined;
    if (rows === 0 || (size !== undefined && rows < size)) return undefined;
    if (this.#seen.has(digest)) {
      throw new SourceFailure(
        `gives the same page again as page ${number - 1}: it does not heed which one is asked for`,
      );
    }
    this.#seen.add(digest);
    return this.#paging.by === 'offset' ? { number, values: this.#offset(number) } : this.#numbered(number);
  }

  #numbered(number: number): Position {
    const { from, size } = this.#paging.by === 'number' ? this.#paging : { from: 1, size: undefined };
    return {
      number,
      values: { page: String(from + number - 1), ...(size === undefined ? {} : { size: String(size) }) },
    };
  }

  #offset(number: number): Position['values'] {
    const { size } = this.#paging.by === 'offset' ? this.#paging : { size: 0 };
    return { offset: String((number - 1) * size), size: String(size) };
  }

  #at(number: number, next: string | undefined, from: URL): Position | undefined {
    if (next === undefined) return undefined;
    if (!URL.canParse(next, from.href)) throw new SourceFailure('names an address for its next page that is none');
    const address = new URL(next, from);
    // The request carries secrets, which are for this server alone.
    if (address.origin !== from.origin) {
      throw new SourceFailure(`names ${address.origin} for its next page, which is another server; it is not asked`);
    }
    return { number, values: {}, address: new URL(this.#new(address.href, 'address')) };
  }

  #new(mark: string, what: string): string {
    if (this.#seen.has(mark))
      throw new SourceFailure(`goes round in circles: it names the same ${what} for its next page again`);
    this.#seen.add(mark);
    return mark;
  }
}

/** The address with rel="next" of a header Link (RFC 8288). */
function linkTo(header: string | undefined): string | undefined {
  for (const [, target, parameters = ''] of (header ?? '').matchAll(
    /<([^>]*)>((?:\s*;\s*[^;,="]+(?:=(?:"[^"]*"|[^;,"]*))?)*)/g,
  )) {
    const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^;,\s]*))/i.exec(parameters);
    if ((relation?.[1] ?? relation?.[2] ?? '').toLowerCase().split(/\s+/).includes('next')) return target;
  }
  return undefined;
}
