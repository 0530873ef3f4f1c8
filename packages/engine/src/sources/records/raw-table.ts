import { quoteIdentifier } from '../../base/index.ts';
import { openTextRows, type TextRows } from '../../duckdb/index.ts';
import type { StageOptions } from './records.ts';

/**
 * Makes the table that `StageOptions` asks for, and fills it with batches of text.
 * @returns what `fill` does
 * @throws DuckDB's refusal; what `fill` throws
 */
export async function fillRawTable<T>(
  { duck, table, fields }: StageOptions,
  fill: (rows: Pick<TextRows, 'add'>) => T | Promise<T>,
): Promise<T> {
  const columns = fields.map(({ name }) => `, ${quoteIdentifier(name)} VARCHAR`).join('');
  await duck.run(`CREATE TABLE ${table} (line BIGINT${columns})`);
  const rows = await openTextRows(duck, table.slice(1, -1).replaceAll('""', '"'), fields.length);
  try {
    const filled = await fill(rows);
    rows.close();
    return filled;
  } catch (error) {
    closeForGood(rows);
    throw error;
  }
}

/** Left open, it would put its last rows into the next table of that name, whenever its memory is collected. */
function closeForGood(rows: TextRows): void {
  try {
    rows.close();
  } catch {
    // What has failed before is what counts.
  }
}
