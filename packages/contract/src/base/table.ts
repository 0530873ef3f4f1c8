import { Type, type Static, type TObject, type TSchema, type TUnsafe } from 'typebox';
import { Decimal, Fecha, Instante, nullable, Texto } from './primitives.ts';

/** What a column holds, whichever format the table is written in. */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'date' | 'instant' | 'boolean';

/** A column of an answer: its JSON schema, and the type that files with types (Excel, Parquet, Arrow) give it. */
export interface Column<Schema extends TSchema = TSchema> {
  readonly type: ColumnType;
  readonly schema: Schema;
  /** Of a decimal: digits behind the point in formats that fix them. A value with more is an error there, not rounded. */
  readonly scale?: number;
}

/** A value of a row, as JSON has it: decimals, dates and instants are text. */
export type Cell = string | number | boolean | null;

type Columns = Readonly<Record<string, Column>>;
type SchemasOf<C extends Columns> = { [Name in keyof C]: C[Name]['schema'] };

/** An answer made of rows: its columns in their order, and the JSON schema of one row. */
export interface Table<C extends Columns = Columns> {
  readonly columns: C;
  readonly row: TObject<SchemasOf<C>>;
}
export type RowOf<T extends Table> = Static<T['row']>;

type Nullable<S extends TSchema> = TUnsafe<Static<S> | null>;

/** The column, whose values may be missing. */
export function orNull<S extends TSchema & { type: string }>(column: Column<S>): Column<Nullable<S>> {
  return { ...column, schema: nullable(column.schema) };
}

// Two signatures: with one, a column declared without a schema would take its type from where it stands, any schema.
export function textColumn(): Column<typeof Texto>;
export function textColumn<S extends TSchema>(schema: S): Column<S>;
export function textColumn(schema: TSchema = Texto): Column {
  return { type: 'text', schema };
}

/** A whole number that fits 2^53. */
export function integerColumn(options: { minimum?: number; maximum?: number; description?: string } = {}) {
  return { type: 'integer' as const, schema: Type.Integer(options) };
}

/** An exact decimal, at most `scale` digits behind the point. */
export function decimalColumn(scale: number, description?: string) {
  const schema = description === undefined ? Decimal : Type.String({ ...Decimal, description });
  return { type: 'decimal' as const, schema, scale };
}

export function dateColumn(description?: string) {
  return { type: 'date' as const, schema: description === undefined ? Fecha : Type.String({ ...Fecha, description }) };
}

export function instantColumn(description?: string) {
  const schema = description === undefined ? Instante : Type.String({ ...Instante, description });
  return { type: 'instant' as const, schema };
}

export function booleanColumn() {
  return { type: 'boolean' as const, schema: Type.Boolean() };
}

/** Declares a table once, for every format. The order of the columns is theirs in files. */
export function tableOf<const C extends Columns>(columns: C): Table<C> {
  const schemas = Object.fromEntries(Object.entries(columns).map(([name, { schema }]) => [name, schema]));
  return { columns, row: Type.Object(schemas as SchemasOf<C>) };
}
