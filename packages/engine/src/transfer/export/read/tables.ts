import type { ClientBase } from 'pg';
import type { ColumnSpec, ForeignKeySpec, PostgresType, TableSpec } from '../../../catalog/index.ts';
import type { TypeReader } from './types.ts';

/** A column of PostgreSQL. */
export interface ExportedColumn extends ColumnSpec<PostgresType> {
  /** The type that the column had in the DuckDB database that it came from, as DuckDB prints it. */
  readonly origin: string | null;
  /** It numbers itself: GENERATED ... AS IDENTITY. */
  readonly identity: boolean;
}

/** A table of PostgreSQL; expressions are in its SQL, with every name in its schema. */
export interface ExportedTable extends TableSpec<PostgresType> {
  readonly columns: readonly ExportedColumn[];
  readonly foreignKeys: readonly ExportedForeignKey[];
  readonly indexes: readonly ExportedIndex[];
}

export interface ExportedForeignKey extends ForeignKeySpec {
  readonly referencedSchema: string;
  /** As PostgreSQL prints it. */
  readonly definition: string;
}

/** An index that no constraint has made. */
export interface ExportedIndex {
  readonly name: string;
  readonly unique: boolean;
  /** What is indexed, in PostgreSQL's SQL. */
  readonly expressions: readonly string[];
  /** As PostgreSQL prints it. */
  readonly definition: string;
  /** Of all rows, in the order of the values, without more columns beside them. */
  readonly plain: boolean;
  readonly comment: string | null;
}

interface ColumnRow {
  name: string;
  type: string;
  modifier: number;
  notNull: boolean;
  expression: string | null;
  generated: string;
  identity: string;
  comment: string | null;
  origin: string | null;
}

interface ConstraintRow {
  kind: 'p' | 'u' | 'f' | 'c';
  columns: string[];
  definition: string;
  expression: string | null;
  schema: string | null;
  table: string | null;
  referenced: string[] | null;
}

interface TableRow {
  schema: string;
  name: string;
  comment: string | null;
  columns: ColumnRow[];
  constraints: ConstraintRow[];
  indexes: ExportedIndex[];
}

/** Names of columns, in the order of their numbers in a constraint. */
const namesOf = (relation: string, numbers: string) => `
  (SELECT json_agg(a.attname ORDER BY place) FROM unnest(${numbers}) WITH ORDINALITY AS key(attnum, place)
   JOIN pg_attribute a ON a.attrelid = ${relation} AND a.attnum = key.attnum)`;

/** Ordinary and partitioned tables, not their partitions, nor what belongs to an extension. */
const tablesSql = (origin: string) => `
  SELECT n.nspname AS schema, c.relname AS name, obj_description(c.oid, 'pg_class') AS comment,
    (SELECT coalesce(json_agg(json_build_object('name', a.attname, 'type', a.atttypid::text, 'modifier', a.atttypmod,
        'notNull', a.attnotnull, 'expression', pg_get_expr(d.adbin, d.adrelid), 'generated', a.attgenerated,
        'identity', a.attidentity, 'comment', col_description(c.oid, a.attnum), 'origin', ${origin}) ORDER BY a.attnum), '[]')
      FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    (SELECT coalesce(json_agg(json_build_object('kind', k.contype, 'definition', pg_get_constraintdef(k.oid),
        'columns', ${namesOf('k.conrelid', 'k.conkey')}, 'expression', pg_get_expr(k.conbin, k.conrelid),
        'schema', rn.nspname, 'table', r.relname, 'referenced', ${namesOf('k.confrelid', 'k.confkey')}) ORDER BY k.oid), '[]')
      FROM pg_constraint k LEFT JOIN pg_class r ON r.oid = k.confrelid LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
      WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f', 'c')) AS constraints,
    (SELECT coalesce(json_agg(json_build_object('name', x.relname, 'unique', i.indisunique, 'definition', pg_get_indexdef(x.oid),
        'expressions', (SELECT json_agg(pg_get_indexdef(x.oid, place, true) ORDER BY place) FROM generate_series(1, i.indnkeyatts) AS key(place)),
        'plain', i.indpred IS NULL AND m.amname = 'btree' AND i.indnkeyatts = i.indnatts AND NOT i.indnullsnotdistinct,
        'comment', obj_description(x.oid, 'pg_class')) ORDER BY x.oid), '[]')
      FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
      WHERE i.indrelid = c.oid AND i.indisvalid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid AND k.conrelid = c.oid)) AS indexes
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ANY($1) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
  ORDER BY c.oid`;

const originSql = `(SELECT o.duck_type FROM fluxion_transfer.origin o WHERE o.relation = c.oid AND o.attnum = a.attnum)`;

/** Reads the tables of the schemas, in the order in which they were made. `hasOrigins`: a migration has noted where columns came from. */
export async function readTables(
  client: ClientBase,
  schemas: readonly string[],
  readType: TypeReader,
  hasOrigins: boolean,
): Promise<ExportedTable[]> {
  const { rows } = await client.query<TableRow>(tablesSql(hasOrigins ? originSql : 'NULL'), [schemas]);
  return rows.map((row) => exportedTable(row, readType));
}

function exportedTable(row: TableRow, readType: TypeReader): ExportedTable {
  const { schema, name, comment, indexes } = row;
  const ofKind = (kind: ConstraintRow['kind']) => row.constraints.filter((constraint) => constraint.kind === kind);
  return {
    schema,
    name,
    comment,
    indexes,
    columns: row.columns.map((column) => exportedColumn(column, readType)),
    primaryKey: ofKind('p')[0]?.columns ?? null,
    uniques: ofKind('u').map(({ columns }) => columns),
    foreignKeys: ofKind('f').map(({ columns, definition, ...key }) => ({
      columns,
      definition,
      referencedSchema: key.schema ?? '',
      referencedTable: key.table ?? '',
      referencedColumns: key.referenced ?? [],
    })),
    checks: ofKind('c').map(({ expression }) => expression ?? ''),
  };
}

function exportedColumn(row: ColumnRow, readType: TypeReader): ExportedColumn {
  const generated = row.generated === '' ? null : row.expression;
  return {
    name: row.name,
    type: readType(row.type, row.modifier),
    notNull: row.notNull,
    default: row.generated === '' ? row.expression : null,
    generated,
    comment: row.comment,
    origin: row.origin,
    identity: row.identity !== '',
  };
}
