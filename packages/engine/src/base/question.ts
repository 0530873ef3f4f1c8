import type { Sql } from 'sql-template-tag';

/** A row as either engine gives it: every value as text (decimals with their digits, dates as YYYY-MM-DD), or null. */
export type RawRow = Readonly<Record<string, string | null>>;

/** Of a column that is part of a table's unit: the values that matter, or a range of them in the order of their texts, both ends included. */
export type UnitValues = readonly string[] | { readonly from?: string | undefined; readonly to?: string | undefined };

/** What a question reads: a table, or those of its units whose columns have the values. A column that is not named may have any. */
export interface Need {
  /** As it is declared: `ventas_raw`, or `schema.table` outside of the schema public. */
  readonly table: string;
  readonly units?: Readonly<Record<string, UnitValues>>;
}

/** Sums over the rows of one table that belong together by its unit, kept beside the copy of the table. */
export interface Rollup {
  readonly name: string;
  /** The table that it sums up, as it is declared. */
  readonly of: string;
  /**
   * Its SQL in the words that both engines know, given what stands behind FROM: a SELECT that groups by the columns of the
   * table's unit (and maybe more) and has them in its list. A row of it must depend on rows of one unit only.
   */
  readonly sql: (from: string) => string;
}

/**
 * A question that PostgreSQL and DuckDB answer alike: same rows, same order, same digits. Its SQL keeps to what both
 * engines know and mean alike, has a total order, compares and orders text by COLLATE "C" and divides nothing (decimals
 * are divided in `row`). All parameters are texts: what is a number or a date is cast in the SQL.
 */
export interface Question<Parameters, Row> {
  readonly name: string;
  /** What it reads: the more exactly it says so, the less it waits for what others write. */
  readonly reads: (parameters: Parameters) => readonly Need[];
  /** The rollups that stand in its SQL as tables; PostgreSQL gets them as common table expressions. */
  readonly rollups?: readonly Rollup[];
  readonly sql: (parameters: Parameters) => Sql;
  readonly row: (raw: RawRow) => Row;
}
