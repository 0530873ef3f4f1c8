/** One value as an expression in each engine's SQL: on what is compared there. */
export interface SqlPair {
  readonly duck: string;
  readonly postgres: string;
}

/** The same text in both engines' SQL. */
export function alike(sql: string): SqlPair {
  return { duck: sql, postgres: sql };
}

/** Each engine's expression as `sql` writes it on. */
export function eachSide(pair: SqlPair, sql: (expression: string) => string): SqlPair {
  return { duck: sql(pair.duck), postgres: sql(pair.postgres) };
}
