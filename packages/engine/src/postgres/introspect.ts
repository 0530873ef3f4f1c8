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

/** What takes up a name in a schema: a table, view, sequence, index or type that exists in the database. */
export interface Relation {
  readonly schema: string;
  readonly name: string;
  /** Whatever takes up the name in its schema. */
  readonly kind: 'table' | 'a view' | 'a sequence' | 'a partition' | 'an index' | 'a type' | 'a foreign table';
  /** Of an index: the name of its table, which is in the same schema. */
  readonly table?: string;
  /** Of an enum type: its labels in their order. */
  readonly labels?: readonly string[];
  /** Of a table or a view; else empty. */
  readonly columns: readonly TargetColumn[];
  readonly primaryKey: readonly string[];
  /** Of a table: the columns of each key that a foreign key may point at. */
  readonly keys: readonly (readonly string[])[];
  /** `schema.name` of the tables that its foreign keys point at. */
  readonly references: readonly string[];
}

interface TypeRow {
  name: string;
  schema: string;
  typtype: string;
  labels: string[] | null;
}

interface ColumnRow {
  name: string;
  type: TypeRow;
  /** Of an array. */
  element: TypeRow | null;
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

const labelsOf = (type: string) =>
  `(SELECT json_agg(m.enumlabel ORDER BY m.enumsortorder) FROM pg_enum m WHERE m.enumtypid = ${type}.oid)`;

/** A type, `t` or the element `e` of an array, as JSON; null if there is none. */
const typeJson = (type: string) =>
  `CASE WHEN ${type}.oid IS NOT NULL THEN json_build_object('name', ${type}.typname, 'typtype', ${type}.typtype, 'labels', ${labelsOf(type)},
      'schema', (SELECT s.nspname FROM pg_namespace s WHERE s.oid = ${type}.typnamespace)) END`;

/** The columns of tables and views only: those of indexes, partitions and the like are many, and nobody asks for them. */
const relationsSql = `
  SELECT n.nspname AS schema, c.relname AS name, c.relkind AS kind, c.relispartition AS is_partition,
    (SELECT t.relname FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid WHERE i.indexrelid = c.oid) AS of_table,
    coalesce((SELECT json_agg(json_build_object('primary', i.indisprimary, 'immediate', i.indimmediate, 'columns',
        (SELECT json_agg(a.attname ORDER BY place) FROM unnest(i.indkey) WITH ORDINALITY AS key(attnum, place)
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = key.attnum WHERE place <= i.indnkeyatts)) ORDER BY i.indexrelid)
      FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indexprs IS NULL AND i.indpred IS NULL), '[]') AS keys,
    coalesce((SELECT array_agg(DISTINCT rn.nspname || '.' || r.relname)
      FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid JOIN pg_namespace rn ON rn.oid = r.relnamespace
      WHERE f.conrelid = c.oid AND f.contype = 'f'), '{}') AS references,
    coalesce((SELECT json_agg(json_build_object('name', a.attname, 'type', ${typeJson('t')}, 'element', ${typeJson('e')}, 'typmod', a.atttypmod,
        'not_null', a.attnotnull, 'has_default', a.atthasdef OR a.attidentity <> '', 'generated', a.attgenerated <> '' OR a.attidentity = 'a', 'computed', a.attgenerated <> '') ORDER BY a.attnum)
      FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition), '[]') AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ANY($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'i', 'I', 'c', 'f')`;

/** Types that stand for themselves: not the rows of a relation, not the arrays that come with each type. */
const typesSql = `
  SELECT n.nspname AS schema, t.typname AS name,
    ${labelsOf('t')} AS labels
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE n.nspname = ANY($1) AND t.typrelid = 0 AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)`;

interface RelationRow {
  schema: string;
  name: string;
  kind: string;
  is_partition: boolean;
  of_table: string | null;
  keys: { primary: boolean; immediate: boolean; columns: string[] }[];
  references: string[];
  columns: ColumnRow[];
}

/** What exists in the given schemas, by name. */
export async function introspect(client: ClientBase, schemas: readonly string[]): Promise<Relation[]> {
  const relations = await client.query<RelationRow>(relationsSql, [schemas]);
  const types = await client.query<{ schema: string; name: string; labels: string[] | null }>(typesSql, [schemas]);
  return [...relations.rows.map(relationOf), ...types.rows.map(typeOf)];
}

function relationOf(row: RelationRow): Relation {
  return {
    schema: row.schema,
    name: row.name,
    kind: row.is_partition ? 'a partition' : (kinds[row.kind] ?? 'a type'),
    ...(row.of_table === null ? {} : { table: row.of_table }),
    columns: row.columns.map(targetColumn),
    primaryKey: row.keys.find(({ primary }) => primary)?.columns ?? [],
    keys: row.keys.filter(({ immediate }) => immediate).map(({ columns }) => columns),
    references: row.references,
  };
}

function typeOf({ schema, name, labels }: { schema: string; name: string; labels: string[] | null }): Relation {
  const empty = { columns: [], primaryKey: [], keys: [], references: [] };
  return { schema, name, kind: 'a type', ...(labels === null ? {} : { labels }), ...empty };
}

function targetColumn(row: ColumnRow): TargetColumn {
  const { type, element, typmod } = row;
  return {
    name: row.name,
    // An array's modifier is that of its elements.
    type: element ? { ...postgresType(type, -1), element: postgresType(element, typmod) } : postgresType(type, typmod),
    notNull: row.not_null,
    hasDefault: row.has_default,
    generated: row.generated,
    computed: row.computed,
  };
}

function postgresType({ name, schema, typtype, labels }: TypeRow, typmod: number): PostgresType {
  return {
    name,
    ...(schema === 'pg_catalog' ? {} : { schema }),
    ...limitsOf(name, typmod),
    kind: typtype === 'e' ? 'enum' : typtype === 'b' ? 'base' : 'other',
    ...(labels === null ? {} : { labels }),
  };
}

/** A type's limits from its modifier, which PostgreSQL stores with 4 added but for bits; -1: none. */
function limitsOf(type: string, typmod: number): Omit<PostgresType, 'name'> {
  if (typmod < 0) return {};
  if (type === 'varchar' || type === 'bpchar') return { length: typmod - 4 };
  if (type === 'varbit' || type === 'bit') return { length: typmod };
  // A numeric's scale is an 11-bit signed number.
  if (type === 'numeric')
    return { precision: ((typmod - 4) >> 16) & 0xffff, scale: (((typmod - 4) & 0x7ff) ^ 0x400) - 0x400 };
  return {};
}
