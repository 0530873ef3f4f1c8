import { quoteQualified } from '../base/index.ts';

/** A column's type in PostgreSQL: its name in `pg_type` (`int8`, `varchar`, `_int4`, ...), and what its modifier limits. */
export interface PostgresType {
  readonly name: string;
  /** Where somebody created the type; undefined: one of PostgreSQL's own. */
  readonly schema?: string;
  /** The most characters (or bits) it takes; undefined: no limit. */
  readonly length?: number;
  /** Digits in all, and after the point, of a numeric; undefined: no limit. */
  readonly precision?: number;
  readonly scale?: number;
  /** `enum` where the type is one that somebody created. */
  readonly kind?: 'base' | 'enum' | 'other';
  /** Of an enum, in their order. */
  readonly labels?: readonly string[];
  /** Of an array, whatever its dimensions: PostgreSQL's type does not tell them. */
  readonly element?: PostgresType;
}

/** The type as DDL writes it. */
export function renderPostgresType(type: PostgresType): string {
  if (type.element) return `${renderPostgresType(type.element)}[]`;
  if (type.schema !== undefined) return quoteQualified(type.schema, type.name);
  if (type.precision !== undefined) return `${type.name}(${type.precision},${type.scale ?? 0})`;
  return type.length === undefined ? type.name : `${type.name}(${type.length})`;
}

/** The array type of an element type. */
export function arrayOf(element: PostgresType): PostgresType {
  const schema = element.schema === undefined ? {} : { schema: element.schema };
  return { name: `_${element.name}`, ...schema, element };
}
