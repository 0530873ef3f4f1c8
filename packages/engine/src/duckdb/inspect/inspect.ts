import type { DuckDBConnection } from '@duckdb/node-api';
import { smallRowsJson } from '../rows.ts';
import { readMacros } from './macros.ts';
import { groupRows, optionalText, text, texts, type Row } from './row.ts';
import type { AliasSpec, DuckCatalog, EnumSpec, IndexSpec, SequenceSpec, ViewSpec } from './specs.ts';
import { tableSpec, withDeclaredNames } from './tables.ts';

const inThisFile = 'database_name = current_database()';

/** Reads the catalogue of the database that `connection` is connected to. System and temporary objects are left out. */
export async function inspectCatalog(connection: DuckDBConnection): Promise<DuckCatalog> {
  const read = (what: string, order: string, where = 'NOT internal') =>
    smallRowsJson(connection, `SELECT * FROM ${what} WHERE ${inThisFile} AND ${where} ORDER BY ${order}`);
  const schemas = await read('duckdb_schemas()', 'oid');
  const types = await read('duckdb_types()', 'type_oid');
  const tables = await read('duckdb_tables()', 'table_oid', 'NOT internal AND NOT temporary');
  const columns = await read('duckdb_columns()', 'table_oid, column_index');
  const constraints = await read('duckdb_constraints()', 'table_oid, constraint_index', 'true');
  const views = await read('duckdb_views()', 'view_oid', 'NOT internal AND NOT temporary');
  const sequences = await read('duckdb_sequences()', 'sequence_oid', 'NOT temporary');
  const indexes = await smallRowsJson(
    connection,
    `SELECT *, expressions::VARCHAR[] AS parts FROM duckdb_indexes() WHERE ${inThisFile} ORDER BY index_oid`,
  );
  const columnsOf = groupRows(columns, 'table_oid');
  const constraintsOf = groupRows(constraints, 'table_oid');
  const specs = tables.map((table) => {
    const oid = text(table.table_oid);
    return tableSpec(table, columnsOf.get(oid) ?? [], constraintsOf.get(oid) ?? []);
  });
  return {
    schemas: schemas.map((row) => ({ name: text(row.schema_name), comment: optionalText(row.comment) })),
    enums: types.filter((row) => row.logical_type === 'ENUM').map(enumSpec),
    aliases: types.filter((row) => row.logical_type !== 'ENUM').map(aliasSpec),
    tables: withDeclaredNames(specs),
    views: views.map((view) => viewSpec(view, columnsOf.get(text(view.view_oid)) ?? [])),
    sequences: sequences.map(sequenceSpec),
    indexes: indexes.map(indexSpec),
    macros: await readMacros(connection),
  };
}

function enumSpec(row: Row): EnumSpec {
  const comment = optionalText(row.comment);
  return { schema: text(row.schema_name), name: text(row.type_name), labels: texts(row.labels), comment };
}

function aliasSpec(row: Row): AliasSpec {
  const comment = optionalText(row.comment);
  return { schema: text(row.schema_name), name: text(row.type_name), of: text(row.logical_type), comment };
}

function viewSpec(view: Row, columns: readonly Row[]): ViewSpec {
  return {
    columns: columns.map((column) => text(column.column_name)),
    columnComments: columns.map((column) => optionalText(column.comment)),
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
    sql: text(row.sql),
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
    sql: text(row.sql),
    comment: optionalText(row.comment),
  };
}
