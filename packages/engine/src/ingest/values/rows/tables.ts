import type { DuckDBConnection } from '@duckdb/node-api';
import { decimalText, quoteIdentifier } from '../../../base/index.ts';
import { smallRowsJson } from '../../../duckdb/index.ts';
import type { FeedSpec } from '../../../sources/index.ts';
import type { Sums } from '../../report.ts';

/** The sums of fields over a relation, as decimal texts; '0' where it has no value. */
export async function sumsOf(duck: DuckDBConnection, from: string, fields: readonly string[]): Promise<Sums> {
  if (fields.length === 0) return {};
  const sums = fields.map(quoteIdentifier).map((name) => `coalesce(sum(${name}), 0)::VARCHAR AS ${name}`);
  const [row] = await smallRowsJson(duck, `SELECT ${sums.join(', ')} FROM ${from}`);
  return Object.fromEntries(fields.map((name) => [name, decimalText(String(row?.[name]))]));
}

/** How many rows a table has. */
export async function countOf(duck: DuckDBConnection, table: string): Promise<number> {
  const [row] = await smallRowsJson(duck, `SELECT count(*)::VARCHAR AS rows FROM ${table}`);
  return Number(row?.['rows']);
}

/** The statement that makes the empty table `rejects` (see `StagedTables`). */
export function rejectsTable(rejects: string, { fields, totals }: FeedSpec): string {
  const amounts = totals.map((name) => {
    const type = fields.find((field) => field.name === name)?.type;
    return `${quoteIdentifier(name)} DECIMAL(38, ${type?.kind === 'decimal' ? type.scale : 0})`;
  });
  const texts = ['field VARCHAR', 'value VARCHAR', 'reason VARCHAR', 'ubicacion_id VARCHAR', 'fecha DATE'];
  return `CREATE OR REPLACE TABLE ${rejects} (${['line BIGINT', ...texts, ...amounts].join(', ')})`;
}
