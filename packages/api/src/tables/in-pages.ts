import type { Batch } from '@fluxion/engine/base';
import type { CursorCodec } from '../requests/cursor.ts';
import { readPage } from '../requests/page.ts';
import type { TableAnswer } from './answer-table.ts';

interface PagedList<Row extends Key, Key> {
  readonly query: { readonly limite?: number | undefined; readonly cursor?: string | undefined };
  readonly cursors: CursorCodec<Key>;
  /** Reads up to `limit` rows that come after the key. */
  readonly read: (position: { after: Key | undefined; limit: number }) => Promise<readonly Row[]>;
  /** All rows that come after the key, values in the order of the table's columns. */
  readonly stream: (after: Key | undefined) => AsyncIterable<Batch>;
}

/** A keyset list: JSON gets a page of it; files get all that is from the cursor on. */
export function inPages<Row extends Key, Key>({ query, cursors, read, stream }: PagedList<Row, Key>): TableAnswer {
  return {
    page: () => readPage({ query, cursors, read }),
    rows: () => stream(cursors.decode(query.cursor)),
  };
}
