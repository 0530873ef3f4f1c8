/** A condition that a line must not meet. Its expressions may use what `MasterTable` says of expressions. */
export interface Rule {
  /** The field at fault. */
  readonly field: string;
  /** True where the line cannot be loaded. */
  readonly broken: string;
  /** The reason, as an expression: one clause that follows the value. */
  readonly reason: string;
}

export interface KeyColumn {
  readonly column: string;
  /** The expression that gives it; it may not use `t`. */
  readonly sql: string;
  /** NULL is a value as any other. */
  readonly nullable?: true;
}

/**
 * The table that a feed of rows goes into, and how a line finds its row. In expressions of PostgreSQL's SQL `d` is the line,
 * with every field of the feed, and `t` the row that is there, of nothing but NULLs if there is none.
 */
export interface MasterTable {
  /** In the schema public. */
  readonly name: string;
  /** Joins to `d`, that other expressions may use. They keep each line once. */
  readonly joins?: string;
  /** The columns by which a row is found. */
  readonly key: readonly KeyColumn[];
  /** The field that names a row to people. */
  readonly named: string;
  /** A further column that no two rows have in common. */
  readonly unique?: string;
  readonly rules: readonly Rule[];
  /** Rows may be flagged as made for want of better; a delivered one no longer is. */
  readonly hasPlaceholders?: true;
  /** Such a row gives its code up to the one that the delivery gives it to. */
  readonly placeholdersCedeCodes?: true;
  /** Products that are named and missing are made, flagged. */
  readonly namesProducts?: true;
  /** Only rows that are there are changed. */
  readonly onlyUpdates?: true;
}
