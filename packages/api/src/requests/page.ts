import { pageLimits } from '@fluxion/contract';
import type { CursorCodec } from './cursor.ts';

interface PageRequest<Row extends Key, Key> {
  readonly query: { readonly limite?: number | undefined; readonly cursor?: string | undefined };
  readonly cursors: CursorCodec<Key>;
  /** Reads up to `limit` rows that come after the key. */
  readonly read: (position: { after: Key | undefined; limit: number }) => Promise<readonly Row[]>;
}

interface Page<Row> {
  readonly datos: Row[];
  readonly siguiente: string | null;
}

/** One page of a keyset list. One row more than asked for is read: it tells whether there is a next page. */
export async function readPage<Row extends Key, Key>(request: PageRequest<Row, Key>): Promise<Page<Row>> {
  const { query, cursors, read } = request;
  const size = query.limite ?? pageLimits.default;
  const rows = await read({ after: cursors.decode(query.cursor), limit: size + 1 });
  const datos = rows.slice(0, size);
  const last = rows.length > size ? datos.at(-1) : undefined;
  return { datos, siguiente: last === undefined ? null : cursors.encode(last) };
}
