import type { ClientBase } from 'pg';
import type { SequenceSpec } from '../../../duckdb/index.ts';

/** A sequence, and the column that it numbers as its identity. */
export interface ExportedSequence extends SequenceSpec {
  readonly identityOf: { readonly table: string; readonly column: string } | null;
}

/** A view, materialized or not, in PostgreSQL's SQL. */
export interface ExportedView {
  readonly schema: string;
  readonly name: string;
  readonly kind: 'view' | 'materialized view' | 'foreign table';
  /** Its query; of a foreign table: empty. */
  readonly definition: string;
  readonly comment: string | null;
}

export interface ExportedEnum {
  readonly schema: string;
  readonly name: string;
  readonly labels: readonly string[];
}

const notOfExtension = (catalogue: string) =>
  `NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalogue}'::regclass AND e.objid = c.oid AND e.deptype = 'e')`;

const sequencesSql = `
  SELECT n.nspname AS schema, c.relname AS name, s.seqstart::text AS start, s.seqmin::text AS min, s.seqmax::text AS max,
    s.seqincrement::text AS increment, s.seqcycle AS cycle, pg_sequence_last_value(c.oid)::text AS last,
    obj_description(c.oid, 'pg_class') AS comment,
    (SELECT json_build_object('table', t.relname, 'column', a.attname)
      FROM pg_depend d JOIN pg_class t ON t.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i') AS "identityOf"
  FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ANY($1) AND ${notOfExtension('pg_class')}
  ORDER BY c.oid`;

const viewsSql = `
  SELECT n.nspname AS schema, c.relname AS name,
    CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' ELSE 'foreign table' END AS kind,
    coalesce(pg_get_viewdef(c.oid), '') AS definition, obj_description(c.oid, 'pg_class') AS comment
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ANY($1) AND c.relkind IN ('v', 'm', 'f') AND ${notOfExtension('pg_class')}
  ORDER BY c.oid`;

const enumsSql = `
  SELECT n.nspname AS schema, c.typname AS name,
    (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = c.oid) AS labels
  FROM pg_type c JOIN pg_namespace n ON n.oid = c.typnamespace
  WHERE n.nspname = ANY($1) AND c.typtype = 'e' AND ${notOfExtension('pg_type')}
  ORDER BY c.oid`;

export async function readSequences(client: ClientBase, schemas: readonly string[]): Promise<ExportedSequence[]> {
  return (await client.query<ExportedSequence>(sequencesSql, [schemas])).rows;
}

export async function readViews(client: ClientBase, schemas: readonly string[]): Promise<ExportedView[]> {
  return (await client.query<ExportedView>(viewsSql, [schemas])).rows;
}

export async function readEnums(client: ClientBase, schemas: readonly string[]): Promise<ExportedEnum[]> {
  return (await client.query<ExportedEnum>(enumsSql, [schemas])).rows;
}
