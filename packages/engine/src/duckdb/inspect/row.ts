/** A row of one of DuckDB's catalogue functions. */
export type Row = Readonly<Record<string, unknown>>;

export const text = (value: unknown): string => String(value);

export const optionalText = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

export const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The rows by the text of one of their columns, in their order. */
export function groupRows(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = text(row[column]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
