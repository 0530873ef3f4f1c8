import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier } from '../base/index.ts';
import {
  parseDuckType,
  type ColumnSpec,
  type DuckType,
  type ForeignKeySpec,
  type TableSpec,
} from '../catalog/index.ts';
import { smallRowsJson } from './rows.ts';

export interface ViewSpec {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
  /** The whole CREATE VIEW statement as DuckDB prints it. */
  readonly sql: string;
  readonly comment: string | null;
}

export interface SequenceSpec {
  readonly schema: string;
  readonly name: string;
  /** 64-bit integers as text. */
  readonly start: string;
  readonly min: string;
  readonly max: string;
  readonly increment: string;
  readonly cycle: boolean;
  /** The last value given out; null: none yet. */
  readonly last: string | null;
  readonly comment: string | null;
}

export interface IndexSpec {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly unique: boolean;
  /** The indexed expressions in DuckDB's SQL; a plain column is its name, quoted where it must be. */
  readonly expressions: readonly string[];
  readonly comment: string | null;
}

/** All that a DuckDB database declares, as its catalogue tells it. */
export interface DuckCatalog {
  readonly tables: readonly TableSpec<DuckType>[];
  readonly views: readonly ViewSpec[];
  readonly sequences: readonly SequenceSpec[];
  readonly indexes: readonly IndexSpec[];
}

type Row = Record<string, unknown>;

const inThisFile = 'database_name = current_database()';

/** Reads the catalogue of the database that `connection` is connected to. System and temporary objects are left out. */
export async function inspectCatalog(connection: DuckDBConnection): Promise<DuckCatalog> {
  const read = (what: string, order: string) =>
    smallRowsJson(connection, `SELECT * FROM ${what} WHERE ${inThisFile} AND NOT internal ORDER BY ${order}`);
  const tables = await read('duckdb_tables()', 'table_oid');
  const columns = await read('duckdb_columns()', 'table_oid, column_index');
  const constraints = await smallRowsJson(
    connection,
    `SELECT * FROM duckdb_constraints() WHERE ${inThisFile} ORDER BY table_oid, constraint_index`,
  );
  const views = await read('duckdb_views()', 'view_oid');
  const sequences = await smallRowsJson(
    connection,
    `SELECT * FROM duckdb_sequences() WHERE ${inThisFile} AND NOT temporary ORDER BY sequence_oid`,
  );
  const indexes = await smallRowsJson(
    connection,
    `SELECT *, expressions::VARCHAR[] AS parts FROM duckdb_indexes() WHERE ${inThisFile} ORDER BY index_oid`,
  );
  const ofView = (view: Row) => columns.filter((column) => column.table_oid === view.view_oid);
  const of = (rows: Row[], table: Row) => rows.filter((row) => row.table_oid === table.table_oid);
  return {
    tables: withDeclaredNames(
      tables
        .filter((table) => table.temporary !== true)
        .map((table) => tableSpec(table, of(columns, table), of(constraints, table))),
    ),
    views: views.filter((view) => view.temporary !== true).map((view) => viewSpec(view, ofView(view))),
    sequences: sequences.map(sequenceSpec),
    indexes: indexes.map(indexSpec),
  };
}

const text = (value: unknown): string => String(value);
const optionalText = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function tableSpec(table: Row, columns: Row[], constraints: Row[]): TableSpec<DuckType> {
  const ofType = (type: string) => constraints.filter((row) => row.constraint_type === type);
  const [primaryKey] = ofType('PRIMARY KEY');
  return {
    schema: text(table.schema_name),
    name: text(table.table_name),
    columns: columns.map((column) => columnSpec(column, text(table.sql))),
    primaryKey: primaryKey ? texts(primaryKey.constraint_column_names) : null,
    uniques: ofType('UNIQUE').map((row) => texts(row.constraint_column_names)),
    foreignKeys: ofType('FOREIGN KEY').map(foreignKeySpec),
    checks: ofType('CHECK').map((row) => text(row.expression)),
    comment: optionalText(table.comment),
  };
}

/** DuckDB's names know no case: a key may name its columns, and the table it points at, in another than they were declared in. */
function withDeclaredNames(tables: readonly TableSpec<DuckType>[]): TableSpec<DuckType>[] {
  const declared = (names: readonly string[], name: string) =>
    names.find((known) => known === name) ?? names.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;
  return tables.map((table) => {
    const inSchema = tables.filter(({ schema }) => schema === table.schema);
    const own = (name: string) =>
      declared(
        table.columns.map((column) => column.name),
        name,
      );
    return {
      ...table,
      primaryKey: table.primaryKey?.map(own) ?? null,
      uniques: table.uniques.map((columns) => columns.map(own)),
      foreignKeys: table.foreignKeys.map((key) => {
        const referencedTable = declared(
          inSchema.map(({ name }) => name),
          key.referencedTable,
        );
        const there = inSchema.find(({ name }) => name === referencedTable)?.columns.map(({ name }) => name) ?? [];
        const referencedColumns = key.referencedColumns.map((name) => declared(there, name));
        return { columns: key.columns.map(own), referencedTable, referencedColumns };
      }),
    };
  });
}

function columnSpec(column: Row, tableSql: string): ColumnSpec<DuckType> {
  const name = text(column.column_name);
  const type = text(column.data_type);
  // The catalogue gives a generated column's expression as its default; only the table's own text tells the two apart.
  const generated = [name, quoteIdentifier(name)].some((written) =>
    tableSql.includes(`${written} ${type} GENERATED ALWAYS AS`),
  );
  return {
    name,
    type: parseDuckType(type),
    notNull: column.is_nullable === false,
    default: generated ? null : optionalText(column.column_default),
    generated: generated ? optionalText(column.column_default) : null,
    comment: optionalText(column.comment),
  };
}

function foreignKeySpec(row: Row): ForeignKeySpec {
  return {
    columns: texts(row.constraint_column_names),
    referencedTable: text(row.referenced_table),
    referencedColumns: texts(row.referenced_column_names),
  };
}

function viewSpec(view: Row, columns: Row[]): ViewSpec {
  return {
    columns: columns.map((column) => text(column.column_name)),
    schema: text(view.schema_name),
    name: text(view.view_name),
    sql: text(view.sql),
    comment: optionalText(view.comment),
  };
}

function sequenceSpec(row: Row): SequenceSpec {
  return {
    schema: text(row.schema_name),
    name: text(row.sequence_name),
    start: text(row.start_value),
    min: text(row.min_value),
    max: text(row.max_value),
    increment: text(row.increment_by),
    cycle: row.cycle === true,
    last: optionalText(row.last_value),
    comment: optionalText(row.comment),
  };
}

function indexSpec(row: Row): IndexSpec {
  return {
    schema: text(row.schema_name),
    table: text(row.table_name),
    name: text(row.index_name),
    unique: row.is_unique === true,
    expressions: texts(row.parts),
    comment: optionalText(row.comment),
  };
}
