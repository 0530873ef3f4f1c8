/** Days from DuckDB's first day, 1970-01-01, to PostgreSQL's, 2000-01-01: each counts its dates and instants from its own. */
export const epochDays = 10_957;
export const epochMicroseconds = epochDays * 86_400 * 1_000_000;
