/** A column's type in PostgreSQL: its name in `pg_type` (`int8`, `varchar`, ...), and what its modifier limits. */
export interface PostgresType {
  readonly name: string;
  /** The most characters (or bits) it takes; undefined: no limit. */
  readonly length?: number;
  /** Digits in all, and after the point, of a numeric; undefined: no limit. */
  readonly precision?: number;
  readonly scale?: number;
  /** `enum` where the type is one that somebody created. */
  readonly kind?: 'base' | 'enum' | 'other';
}

/** The type as DDL writes it. */
export function renderPostgresType(type: PostgresType): string {
  if (type.precision !== undefined) return `${type.name}(${type.precision},${type.scale ?? 0})`;
  return type.length === undefined ? type.name : `${type.name}(${type.length})`;
}
