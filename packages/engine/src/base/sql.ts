/** An SQL identifier, quoted; the same rule holds in PostgreSQL and DuckDB. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A name inside a schema, both quoted. */
export function quoteQualified(schema: string, name: string): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}

/** An SQL string literal, for the places where no parameter can stand (DDL). PostgreSQL with standard_conforming_strings, and DuckDB. */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
