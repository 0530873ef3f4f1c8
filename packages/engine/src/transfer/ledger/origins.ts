import type { ClientBase } from 'pg';

/** A column of a table that a migration makes, and the type that it has in DuckDB. */
export interface Origin {
  /** The table's quoted name. */
  readonly table: string;
  readonly column: string;
  readonly duckType: string;
}

/** Notes from which types columns come, so that an export gives them back. */
export async function noteOrigins(client: ClientBase, origins: readonly Origin[]): Promise<void> {
  await client.query(
    `INSERT INTO fluxion_transfer.origin (relation, attnum, duck_type)
     SELECT a.attrelid, a.attnum, o.duck_type
     FROM unnest($1::text[], $2::text[], $3::text[]) AS o(relation, name, duck_type)
     JOIN pg_attribute AS a ON a.attrelid = to_regclass(o.relation) AND a.attname = o.name AND NOT a.attisdropped
     ON CONFLICT (relation, attnum) DO UPDATE SET duck_type = excluded.duck_type`,
    [origins.map(({ table }) => table), origins.map(({ column }) => column), origins.map(({ duckType }) => duckType)],
  );
}
