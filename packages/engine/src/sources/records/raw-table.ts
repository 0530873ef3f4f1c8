import { quoteIdentifier } from '../../base/index.ts';
import { openTextRows, type TextRows } from '../../duckdb/index.ts';
import type { StageOptions } from './records.ts';

/** Makes the table that `StageOptions` asks for, and opens it for batches of text. @throws DuckDB's refusal */
export async function openRawTable({ duck, table, fields }: StageOptions): Promise<TextRows> {
  const columns = fields.map(({ name }) => `, ${quoteIdentifier(name)} VARCHAR`).join('');
  await duck.run(`CREATE TABLE ${table} (line BIGINT${columns})`);
  return openTextRows(duck, table.slice(1, -1).replaceAll('""', '"'), fields.length);
}
