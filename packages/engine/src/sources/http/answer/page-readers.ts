import type { Source } from '../define/source.ts';
import { JsonPage } from './json-page.ts';
import type { PageReader } from './page-reader.ts';
import { TextPage } from './text-page.ts';

/** Makes a reader for each page, which for CSV has to know the first one's header. */
export class PageReaders {
  readonly #source: Source;
  #first: TextPage | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  next(): PageReader {
    const { format, rows, paging, told } = this.#source;
    if (format === 'json') return new JsonPage({ rows, next: 'at' in paging ? paging.at : undefined });
    return new TextPage({ format, header: told.file.header ?? true }, this.#first);
  }

  keep(reader: PageReader): void {
    if (reader instanceof TextPage) this.#first ??= reader;
  }
}
