import type { ClientBase } from 'pg';

/** One partition and its half-open range of ISO dates; null: no bound on that side. */
export interface DatePartition {
  /** Quoted, with its schema. */
  readonly partition: string;
  readonly from: string | null;
  readonly to: string | null;
}

const partitionsSql = `
  SELECT a.attname AS column, format('%I.%I', n.nspname, c.relname) AS partition, c.relkind AS kind,
    pg_get_expr(c.relpartbound, c.oid) AS bound
  FROM pg_partitioned_table AS p
  JOIN pg_attribute AS a ON a.attrelid = p.partrelid AND a.attnum = p.partattrs[0]
  LEFT JOIN (pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace)
    ON i.inhparent = p.partrelid
  WHERE p.partrelid = $1::regclass AND p.partstrat = 'r' AND p.partnatts = 1 AND a.atttypid = 'date'::regtype
  ORDER BY bound`;

const range = /^FOR VALUES FROM \((MINVALUE|'(?<from>\d{4}-\d\d-\d\d)')\) TO \((MAXVALUE|'(?<to>\d{4}-\d\d-\d\d)')\)$/;

/**
 * The partitions of a table that is divided by ranges of one date column, in the order of their dates, without a default
 * partition; undefined if the table is divided otherwise or not at all, or if some partition is divided again.
 */
export async function datePartitions(
  client: ClientBase,
  quotedTable: string,
): Promise<{ readonly column: string; readonly ranges: readonly DatePartition[] } | undefined> {
  const { rows } = await client.query<{ column: string; partition: string | null; kind: string; bound: string }>(
    partitionsSql,
    [quotedTable],
  );
  const [first] = rows;
  if (!first) return undefined;
  const ranges: DatePartition[] = [];
  for (const { partition, kind, bound } of rows) {
    if (partition === null || bound === 'DEFAULT') continue;
    const found = range.exec(bound);
    if (!found || kind !== 'r') return undefined;
    ranges.push({ partition, from: found.groups?.from ?? null, to: found.groups?.to ?? null });
  }
  return { column: first.column, ranges };
}
