import type { ClientBase } from 'pg';
import type { PostgresType } from '../../../catalog/index.ts';

interface TypeRow {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  /** Of an array: its element's; else null. */
  readonly element: string | null;
  /** Of a domain: what it is one of; else null. */
  readonly base: string | null;
  readonly baseModifier: number;
  readonly labels: string[] | null;
}

const typesSql = `
  SELECT t.oid::text, n.nspname AS schema, t.typname AS name, t.typtype AS kind,
    CASE WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN t.typelem::text END AS element,
    CASE WHEN t.typtype = 'd' THEN t.typbasetype::text END AS base, t.typtypmod AS "baseModifier",
    (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS labels
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace`;

/** The type of an object id and a modifier; a domain is what it is made of. */
export type TypeReader = (oid: string, modifier: number) => PostgresType;

/** Reads all types that the database has. */
export async function readTypes(client: ClientBase): Promise<TypeReader> {
  const { rows } = await client.query<TypeRow>(typesSql);
  const byOid = new Map(rows.map((row) => [row.oid, row]));
  const read: TypeReader = (oid, modifier) => {
    const row = byOid.get(oid);
    if (!row) return { name: 'unknown', kind: 'other' };
    if (row.base !== null) return read(row.base, row.baseModifier);
    const schema = row.schema === 'pg_catalog' ? {} : { schema: row.schema };
    if (row.element !== null) return { name: row.name, ...schema, element: read(row.element, modifier) };
    const limits = limitsOf(row.name, modifier);
    if (row.kind === 'e') return { name: row.name, ...schema, kind: 'enum', labels: row.labels ?? [] };
    return { name: row.name, ...schema, ...limits, kind: row.kind === 'b' ? 'base' : 'other' };
  };
  return read;
}

/** A type's limits from its modifier, which PostgreSQL stores with 4 added to it but for bits; -1: none. */
function limitsOf(type: string, modifier: number): Pick<PostgresType, 'length' | 'precision' | 'scale'> {
  if (modifier < 0) return {};
  if (type === 'varchar' || type === 'bpchar') return { length: modifier - 4 };
  if (type === 'bit' || type === 'varbit') return { length: modifier };
  // A numeric's scale is an 11-bit signed number.
  if (type === 'numeric') {
    return { precision: ((modifier - 4) >> 16) & 0xffff, scale: (((modifier - 4) & 0x7ff) ^ 0x400) - 0x400 };
  }
  return {};
}
