import { parseDuckType, type DuckType, type PostgresType } from '../../../catalog/index.ts';

/** How one column's values get from DuckDB into a PostgreSQL column. */
export interface Carrier {
  /** DuckDB's SQL that gives the value to send (`$` stands for the column), and its type; undefined: the column as it is. */
  readonly read?: { readonly sql: string; readonly type: DuckType };
  readonly forbidden: readonly Forbidden[];
}

/** What a value must not be: a condition in DuckDB's SQL (`$` stands for the column), and how to say it of one value and of several. */
export interface Forbidden {
  readonly condition: string;
  readonly one: string;
  readonly several: string;
  /** DuckDB's SQL for what `--on-loss convert` puts in its place; undefined: nothing comes near. */
  readonly convert?: string;
}

/** A way for some DuckDB types into one PostgreSQL type; undefined for the others. */
export type CarrierRule = (source: DuckType, target: PostgresType) => Carrier | undefined;

/** A carrier's part that reads the column by some SQL, or cast to the type that is sent. */
export function readAs(type: string, sql = `CAST($ AS ${type})`): Pick<Carrier, 'read'> {
  return { read: { sql, type: parseDuckType(type) } };
}
