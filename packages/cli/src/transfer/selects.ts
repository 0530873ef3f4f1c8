import { FluxionError } from '@fluxion/engine/base';

/** By table: the DuckDB query to read it with. */
export type Selects = Readonly<Record<string, string>>;

/**
 * The queries of `--select TABLE=SQL`, by table.
 * @throws FluxionError USAGE where there is no table, no query, or a second query for a table
 */
export function parseSelects(texts: readonly string[]): Selects {
  const selects = new Map<string, string>();
  for (const text of texts) {
    const [, table = '', sql = ''] = /^([^=]*)=(.*)$/s.exec(text)?.map((part) => part.trim()) ?? [];
    if (table === '' || sql === '') throw new FluxionError('USAGE', `--select takes TABLE=SQL, not "${text}"`);
    if (selects.has(table)) throw new FluxionError('USAGE', `--select has two queries for ${table}`);
    selects.set(table, sql);
  }
  return Object.fromEntries(selects);
}
