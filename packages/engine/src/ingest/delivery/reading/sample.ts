import type { DuckDBConnection } from '@duckdb/node-api';
import { smallRowsJson } from '../../../duckdb/index.ts';
import type { Understanding } from '../../report.ts';
import type { Understood } from './understand.ts';

/** The first rows as they were understood, as texts by our field; only fields that some of them have. */
export async function sampleOf(
  duck: DuckDBConnection,
  { mapping, tables }: Understood,
  rows = 5,
): Promise<Understanding['sample']> {
  const fields = mapping.feed.fields.map(({ name }) => `"${name}"::VARCHAR AS "${name}"`);
  const found = await smallRowsJson(
    duck,
    `SELECT line::VARCHAR AS line, ${fields.join(', ')} FROM ${tables.rows} ORDER BY ${tables.rows}.line LIMIT ${rows}`,
  );
  const named = Object.keys(found[0] ?? {}).filter((name) => found.some((row) => row[name] !== null));
  return found.map((row) =>
    Object.fromEntries(named.map((name) => [name, row[name] === null ? null : String(row[name])])),
  );
}
