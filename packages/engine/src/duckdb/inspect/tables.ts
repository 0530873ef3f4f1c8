import { quoteIdentifier } from '../../base/index.ts';
import {
  parseDuckType,
  type ColumnSpec,
  type DuckType,
  type ForeignKeySpec,
  type TableSpec,
} from '../../catalog/index.ts';
import { optionalText, text, texts, type Row } from './row.ts';
import { bracketedItems } from './sql-list.ts';

/** A table from its rows of `duckdb_tables()`, `duckdb_columns()` and `duckdb_constraints()`. */
export function tableSpec(table: Row, columns: readonly Row[], constraints: readonly Row[]): TableSpec<DuckType> {
  const ofType = (type: string) => constraints.filter((row) => row.constraint_type === type);
  const [primaryKey] = ofType('PRIMARY KEY');
  const declared = bracketedItems(text(table.sql));
  return {
    schema: text(table.schema_name),
    name: text(table.table_name),
    columns: columns.map((column, index) => columnSpec(column, declared[index] ?? '')),
    primaryKey: primaryKey ? texts(primaryKey.constraint_column_names) : null,
    uniques: ofType('UNIQUE').map((row) => texts(row.constraint_column_names)),
    foreignKeys: ofType('FOREIGN KEY').map(foreignKeySpec),
    checks: ofType('CHECK').map((row) => text(row.expression)),
    comment: optionalText(table.comment),
  };
}

/** `declared` is the column's own text: the catalogue tells no collation, and gives a generated column's expression as its default. */
function columnSpec(column: Row, declared: string): ColumnSpec<DuckType> {
  const name = text(column.column_name);
  const type = text(column.data_type);
  const head = [name, quoteIdentifier(name)].map((written) => `${written} ${type}`);
  const tail = declared.slice(head.find((start) => declared.startsWith(start))?.length ?? declared.length);
  const generated = tail.startsWith(' GENERATED ALWAYS AS');
  const collation = /^ COLLATE ([\w.]+)/.exec(tail)?.[1];
  return {
    name,
    type: parseDuckType(type),
    notNull: column.is_nullable === false,
    default: generated ? null : optionalText(column.column_default),
    generated: generated ? optionalText(column.column_default) : null,
    ...(collation === undefined ? {} : { collation }),
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

/** DuckDB's names know no case: a key may name its columns, and the table it points at, in another than they were declared in. */
export function withDeclaredNames(tables: readonly TableSpec<DuckType>[]): TableSpec<DuckType>[] {
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
