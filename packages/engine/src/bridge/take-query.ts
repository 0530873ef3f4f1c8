import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { quoteIdentifier } from '../base/index.ts';
import { takeRows } from '../duckdb/index.ts';
import { copyOut } from '../postgres/index.ts';
import type { ColumnWay } from './ways/index.ts';

/** A column of the same name in both systems, and how its values come across. */
export interface TakenColumn {
  readonly name: string;
  readonly way: ColumnWay;
}

export interface TakeQueryOptions {
  /** In a transaction that began with `exactReading`. */
  readonly client: ClientBase;
  readonly duck: DuckDBConnection;
  readonly columns: readonly TakenColumn[];
  /** What stands behind FROM in PostgreSQL: a quoted relation, and maybe WHERE and ORDER BY. */
  readonly from: string;
  /** DuckDB's quoted table, which exists. */
  readonly into: string;
  /** Called with each chunk's number of rows. */
  readonly onRows?: ((rows: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Brings rows of PostgreSQL into a table of DuckDB's, through one binary COPY and without making them JavaScript objects.
 * Who wants all or nothing begins a transaction of DuckDB's before.
 * @returns how many rows there were
 * @throws the server's refusal, or DuckDB's of a value, a row or the table; FluxionError INTERNAL for a value that its
 * column's type cannot hold; the signal's reason
 */
export function takeQuery({ client, duck, columns, from, into, onRows, signal }: TakeQueryOptions): Promise<number> {
  const sent = columns.map(({ name, way }) => way.send(quoteIdentifier(name))).join(', ');
  return takeRows(duck, {
    blocks: copyOut(client, `COPY (SELECT ${sent} FROM ${from}) TO STDOUT (FORMAT binary)`, signal),
    columns: columns.map(({ way }, index) => ({ name: `c${index}`, decoder: way.decoder() })),
    into: (source) => insertSql(columns, source, into),
    onRows,
    signal,
  });
}

function insertSql(columns: readonly TakenColumn[], source: string, into: string): string {
  const names = columns.map(({ name }) => quoteIdentifier(name)).join(', ');
  const made = columns.map(({ way }, index) => `${way.take(`c${index}`)} AS v${index}, c${index}`).join(', ');
  const checks = columns.flatMap(({ way }, index) => {
    const condition = way.check?.(`v${index}`, `c${index}`);
    return condition === undefined
      ? []
      : [`CASE WHEN ${condition} THEN true ELSE error('a value does not come back') END`];
  });
  const values = columns.map((_, index) => `v${index}`).join(', ');
  const where = checks.length === 0 ? '' : ` WHERE ${checks.join(' AND ')}`;
  return `INSERT INTO ${into} (${names}) SELECT ${values} FROM (SELECT ${made} FROM ${source})${where}`;
}
