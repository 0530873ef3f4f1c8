/** A table to be mirrored. */
export interface MirroredTable {
  /** `ventas_raw`, or `schema.table` outside of the schema public. */
  readonly name: string;
  /**
   * The columns whose values make a unit: rows that are written together and brought across together. Empty: the whole
   * table is one unit, as suits small ones.
   */
  readonly unit: readonly string[];
  /** Who notes changes: triggers (unless told otherwise), or whoever writes, by calling `fluxion_mirror.note`. */
  readonly noting?: 'triggers' | 'writers';
}

/** A mirrored table as the database knows it. */
export interface DeclaredTable {
  readonly id: number;
  readonly schema: string;
  readonly table: string;
  readonly unit: readonly string[];
  readonly noting: 'triggers' | 'writers';
}

/** DuckDB's schema for one of PostgreSQL's: what is found without a schema there is found without one here. */
export function copySchema(schema: string): string {
  return schema === 'public' ? 'main' : schema;
}

/** Tables with the same one would be one table in the copy, whose names differ by more than the case of letters. */
export function copyKey({ schema, table }: Pick<DeclaredTable, 'schema' | 'table'>): string {
  return JSON.stringify([copySchema(schema), table]).toLowerCase();
}

/** The values of a unit's columns as PostgreSQL prints them (dates as ISO); empty for a table that is one unit. */
export type Unit = readonly (string | null)[];

/** A unit that has changed. */
export interface ChangedUnit {
  readonly tableId: number;
  readonly unit: Unit;
}
