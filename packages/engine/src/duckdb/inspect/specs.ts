import type { DuckType, TableSpec } from '../../catalog/index.ts';

export interface SchemaSpec {
  readonly name: string;
  readonly comment: string | null;
}

export interface ViewSpec {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
  /** In the order of `columns`. */
  readonly columnComments: readonly (string | null)[];
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
  /** The whole CREATE SEQUENCE statement as DuckDB prints it, without its schema. */
  readonly sql: string;
  readonly comment: string | null;
}

export interface IndexSpec {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly unique: boolean;
  /** The indexed expressions in DuckDB's SQL; a plain column is its name, quoted where it must be. */
  readonly expressions: readonly string[];
  /** The whole CREATE INDEX statement as DuckDB prints it. */
  readonly sql: string;
  readonly comment: string | null;
}

/** A type that CREATE TYPE made. DuckDB's columns do not remember its name: their type is what it stands for. */
export interface TypeSpec {
  readonly schema: string;
  readonly name: string;
  readonly comment: string | null;
}

export interface EnumSpec extends TypeSpec {
  readonly labels: readonly string[];
}

/** A type of another name for one that DuckDB has itself: its kind, such as `INTEGER` or `STRUCT`. */
export interface AliasSpec extends TypeSpec {
  readonly of: string;
}

/** What a macro stands for when it is called with the arguments that fit `parameters`. */
export interface MacroForm {
  readonly parameters: readonly string[];
  /** By parameter: DuckDB's SQL for the value that it has if the call gives none. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** DuckDB's SQL: an expression, or the SELECT of a table macro. */
  readonly definition: string;
}

export interface MacroSpec extends MacroForm {
  readonly schema: string;
  readonly name: string;
  /** It stands for a query, and is called behind FROM. */
  readonly table: boolean;
  /** Its further forms, told apart by their number of parameters. */
  readonly overloads?: readonly MacroForm[];
  readonly comment: string | null;
}

/** All that a DuckDB database declares, as its catalogue tells it. */
export interface DuckCatalog {
  /** Those of the file's own making: without `main`. */
  readonly schemas: readonly SchemaSpec[];
  readonly enums: readonly EnumSpec[];
  readonly aliases: readonly AliasSpec[];
  readonly tables: readonly TableSpec<DuckType>[];
  readonly views: readonly ViewSpec[];
  readonly sequences: readonly SequenceSpec[];
  readonly indexes: readonly IndexSpec[];
  readonly macros: readonly MacroSpec[];
}
