import type { ClientBase } from 'pg';
import type { PostgresType } from '../catalog/index.ts';

/** A column of a table that exists. */
export interface TargetColumn {
  readonly name: string;
  readonly type: PostgresType;
  readonly notNull: boolean;
  /** It has a default, or fills itself as an identity does. */
  readonly hasDefault: boolean;
  /** GENERATED ALWAYS: nothing can be written into it. */
  readonly generated: boolean;
  /** Of the generated ones, those that an expression gives: an identity is none. */
  readonly computed: boolean;
}

/** A table, view or sequence that exists in the database. */
export interface Relation {
  readonly schema: string;
  readonly name: string;
  /** Whatever takes up the name in its schema. */
  readonly kind: 'table' | 'a view' | 'a sequence' | 'a partition' | 'an index' | 'a type' | 'a foreign table';
  /** Of a table; else empty. */
  readonly columns: readonly TargetColumn[];
  readonly primaryKey: readonly string[];
  /** `schema.name` of the tables that its foreign keys point at. */
  readonly references: readonly string[];
}

interface ColumnRow {
  name: string;
  type: string;
  typtype: string;
  typmod: number;
  not_null: boolean;
  has_default: boolean;
  generated: boolean;
  computed: boolean;
}

const kinds: Readonly<Record<string, Relation['kind']>> = {
  r: 'table',
  p: 'table',
  v: 'a view',
  m: 'a view',
  S: 'a sequence',
  i: 'an index',
  I: 'an index',
  c: 'a type',
  f: 'a foreign table',
};

const relationsSql = `
  SELECT n.nspname AS schema, c.relname AS name, c.relkind AS kind, c.relispartition AS is_partition,
    coalesce((SELECT array_agg(a.attname::text ORDER BY k.place)
      FROM pg_index i, unnest(i.indkey) WITH ORDINALITY k(attnum, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
      WHERE i.indrelid = c.oid AND i.indisprimary), '{}') AS primary_key,
    coalesce((SELECT array_agg(DISTINCT rn.nspname || '.' || r.relname)
      FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid JOIN pg_namespace rn ON rn.oid = r.relnamespace
      WHERE f.conrelid = c.oid AND f.contype = 'f'), '{}') AS references,
    coalesce((SELECT json_agg(json_build_object('name', a.attname, 'type', t.typname, 'typtype', t.typtype, 'typmod', a.atttypmod,
        'not_null', a.attnotnull, 'has_default', a.atthasdef OR a.attidentity <> '', 'generated', a.attgenerated <> '' OR a.attidentity = 'a', 'computed', a.attgenerated <> '') ORDER BY a.attnum)
      FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '[]') AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ANY($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'i', 'I', 'c', 'f')`;

/** What exists in the given schemas, by name. */
export async function introspect(client: ClientBase, schemas: readonly string[]): Promise<Relation[]> {
  const { rows } = await client.query<{
    schema: string;
    name: string;
    kind: string;
    is_partition: boolean;
    primary_key: string[];
    references: string[];
    columns: ColumnRow[];
  }>(relationsSql, [schemas]);
  return rows.map((row) => ({
    schema: row.schema,
    name: row.name,
    kind: row.is_partition ? 'a partition' : (kinds[row.kind] ?? 'a type'),
    columns: row.columns.map(targetColumn),
    primaryKey: row.primary_key,
    references: row.references,
  }));
}

function targetColumn(row: ColumnRow): TargetColumn {
  return {
    name: row.name,
    type: {
      name: row.type,
      ...limitsOf(row.type, row.typmod),
      kind: row.typtype === 'e' ? 'enum' : row.typtype === 'b' ? 'base' : 'other',
    },
    notNull: row.not_null,
    hasDefault: row.has_default,
    generated: row.generated,
    computed: row.computed,
  };
}

/** A type's limits from its modifier, which PostgreSQL stores with 4 added; -1: none. */
function limitsOf(type: string, typmod: number): Omit<PostgresType, 'name'> {
  if (typmod < 0) return {};
  if (type === 'varchar' || type === 'bpchar') return { length: typmod - 4 };
  // A numeric's scale is an 11-bit signed number.
  if (type === 'numeric')
    return { precision: ((typmod - 4) >> 16) & 0xffff, scale: (((typmod - 4) & 0x7ff) ^ 0x400) - 0x400 };
  return {};
}
