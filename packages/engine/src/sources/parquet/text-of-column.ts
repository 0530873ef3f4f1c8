/**
 * The text of a column's values as DuckDB's SQL; an empty one is NULL. Decimals keep their digits, doubles have the fewest
 * that mean them; a whole number in a double, as which writers keep integers with gaps, has no point.
 * @param column quoted
 * @param type as DESCRIBE names it
 */
export function textOfColumn(column: string, type: string): string {
  const text = `${column}::VARCHAR`;
  if (type === 'BLOB') return `nullif(lower(hex(${column})), '')`;
  if (type === 'DOUBLE' || type === 'FLOAT') return `regexp_replace(${text}, '\\.0$', '')`;
  if (type === 'TIMESTAMP WITH TIME ZONE') return `(${column} AT TIME ZONE 'UTC')::VARCHAR || '+00:00'`;
  if (/^(STRUCT|MAP|UNION)\(|\]$/.test(type)) return `to_json(${column})::VARCHAR`;
  return `nullif(${text}, '')`;
}
