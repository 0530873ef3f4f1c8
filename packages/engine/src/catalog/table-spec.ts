/** A foreign key: its own columns, and those of the table that it points at, in the same order. */
export interface ForeignKeySpec {
  readonly columns: readonly string[];
  readonly referencedTable: string;
  readonly referencedColumns: readonly string[];
}

/** A column as a database's catalogue describes it; `Type` is that database's own. */
export interface ColumnSpec<Type> {
  readonly name: string;
  readonly type: Type;
  readonly notNull: boolean;
  /** The default's expression in the database's own SQL. */
  readonly default: string | null;
  /** The expression of a generated column, else null. */
  readonly generated: string | null;
  /** How it compares text, by the database's own name; absent: as the database does by itself. */
  readonly collation?: string;
  readonly comment: string | null;
}

/** A table as a database's catalogue describes it. Expressions are in the database's own SQL. */
export interface TableSpec<Type> {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly ColumnSpec<Type>[];
  readonly primaryKey: readonly string[] | null;
  readonly uniques: readonly (readonly string[])[];
  readonly foreignKeys: readonly ForeignKeySpec[];
  readonly checks: readonly string[];
  readonly comment: string | null;
}
