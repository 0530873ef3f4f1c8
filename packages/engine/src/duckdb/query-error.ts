import { messageOf } from '../base/index.ts';

/** A query that DuckDB failed at, in DuckDB's words. */
export class QueryError extends Error {
  readonly sql: string;

  constructor(sql: string, cause: unknown) {
    super(messageOf(cause), { cause });
    this.name = 'QueryError';
    this.sql = sql;
  }

  /** The table that the query reads first, without its quotes; undefined if it reads none of a schema's. */
  get table(): string | undefined {
    return /\bFROM "(?:[^"]|"")+"\."((?:[^"]|"")+)"/.exec(this.sql)?.[1]?.replaceAll('""', '"');
  }
}
