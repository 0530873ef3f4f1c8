import type { ClientBase } from 'pg';

/** What decides whether a table can be mirrored. */
export interface TableFacts {
  /** As `pg_class` has it. */
  readonly kind: string;
  readonly persistence: string;
  readonly isPartition: boolean;
  /** It inherits, or is inherited from, otherwise than as a partition. */
  readonly inherits: boolean;
  /** Row security hides rows of it from this role. */
  readonly isSecured: boolean;
  /** Parts that are no ordinary tables, and what they are instead. */
  readonly otherParts: readonly string[];
  /** Relations of the table that this role may not read, or may not put triggers on. */
  readonly unreadable: readonly string[];
  readonly untriggerable: readonly string[];
  /** Relations of the table that a subscription writes into. */
  readonly subscribed: readonly string[];
  readonly columns: readonly UnitColumnFacts[];
}

export interface UnitColumnFacts {
  readonly name: string;
  readonly type: string;
  readonly isDeterministic: boolean;
  /** Computed when it is read. */
  readonly isVirtual: boolean;
}

/** `$1`, `$2`: the table's schema and name; `$3`: the columns that are asked about. */
const factsSql = `
  WITH RECURSIVE parts AS (
    SELECT c.oid, c.relkind, c.relpersistence, c.relnamespace, c.relname
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    UNION ALL
    SELECT c.oid, c.relkind, c.relpersistence, c.relnamespace, c.relname
    FROM parts AS p JOIN pg_inherits AS i ON i.inhparent = p.oid JOIN pg_class AS c ON c.oid = i.inhrelid
    WHERE p.relkind = 'p'),
  named AS (
    SELECT p.*, format('%I.%I', n.nspname, p.relname) AS name FROM parts AS p JOIN pg_namespace AS n ON n.oid = p.relnamespace)
  SELECT c.relkind AS kind, c.relpersistence AS persistence, c.relispartition AS "isPartition",
    NOT c.relispartition AND EXISTS (
      SELECT FROM pg_inherits AS i
      WHERE i.inhrelid = c.oid OR i.inhparent = c.oid AND c.relkind = 'r') AS inherits,
    row_security_active(c.oid) AS "isSecured",
    ARRAY(SELECT name || CASE WHEN relkind = 'f' THEN ' is a foreign table' ELSE ' is unlogged' END FROM named
      WHERE relkind NOT IN ('r', 'p') OR relpersistence = 'u') AS "otherParts",
    ARRAY(SELECT name FROM named WHERE NOT has_table_privilege(oid, 'SELECT')) AS unreadable,
    ARRAY(SELECT name FROM named WHERE NOT has_table_privilege(oid, 'TRIGGER')) AS untriggerable,
    ARRAY(SELECT name FROM named JOIN pg_subscription_rel AS s ON s.srrelid = named.oid) AS subscribed,
    (SELECT coalesce(json_agg(json_build_object('name', a.attname, 'type', CASE WHEN t.typnamespace = 'pg_catalog'::regnamespace THEN t.typname ELSE format_type(t.oid, NULL) END,
        'isDeterministic', coalesce(l.collisdeterministic, true), 'isVirtual', a.attgenerated = 'v')), '[]')
      FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = a.atttypid LEFT JOIN pg_collation AS l ON l.oid = a.attcollation
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attname = ANY ($3)) AS columns
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`;

/** What there is under the name, by the snapshot of the client's transaction; undefined: no table and nothing alike. */
export async function tableFacts(
  client: ClientBase,
  { schema, table, unit }: { readonly schema: string; readonly table: string; readonly unit: readonly string[] },
): Promise<TableFacts | undefined> {
  const { rows } = await client.query<TableFacts>(factsSql, [schema, table, unit]);
  return rows[0];
}
