import type { ClientBase } from 'pg';
import type { PostgresType } from '../../catalog/index.ts';
import { introspect } from '../../postgres/index.ts';
import type { DeclaredTable } from '../declared.ts';
import { declaredTables } from './declared-tables.ts';
import { whyUnfit } from './inspect.ts';

/** A leaf of a table that is divided into partitions, or the table itself if it is not. */
export interface LayoutPart {
  readonly oid: string;
  /** Quoted, with its schema. */
  readonly name: string;
  /**
   * Other than before: the part may have other rows without a note of it. It names the part's file, which TRUNCATE and
   * rewrites change, and the triggers and the unit's columns, which may have been others for a while.
   */
  readonly contents: string;
  /** What PostgreSQL requires of each row of the part, as SQL; null: nothing, it is the whole table. */
  readonly constraint: string | null;
  /** Whatever writes into it is noted. */
  readonly equipped: boolean;
}

export interface LayoutColumn {
  readonly name: string;
  /** Never given again within the table: a column that takes a dropped one's name has another. */
  readonly number: number;
  readonly type: PostgresType;
  /** Of a generated column: the expression that gives its values. */
  readonly generated: string | null;
}

/** A declared table as it is stored at some snapshot. */
export interface Layout {
  readonly table: DeclaredTable;
  readonly columns: readonly LayoutColumn[];
  /** As the fence gives it. */
  readonly fingerprint: string;
  readonly parts: readonly LayoutPart[];
  /** Why the table cannot be mirrored any more, as somebody has altered it; null: it can. */
  readonly unfit: string | null;
}

/** The levels above a part count too: what is written through them, their triggers note. */
const partsSql = `
  WITH equipment AS MATERIALIZED (SELECT * FROM fluxion_mirror.equipment)
  SELECT p.id, json_build_object('oid', p.oid::text, 'name', p.relation, 'constraint', pg_get_partition_constraintdef(p.oid),
    'equipped', bool_and(level.equipped), 'contents', concat_ws(' ', (SELECT relfilenode FROM pg_class AS c WHERE c.oid = p.oid),
      string_agg(level.versions, ' ' ORDER BY level.oid),
      (SELECT string_agg(a.attnum || ':' || a.xmin, ' ' ORDER BY a.attnum) FROM pg_attribute AS a
        WHERE a.attrelid = p.lineage[1] AND a.attname = ANY (t.unit)))) AS part
  FROM equipment AS p
  JOIN fluxion_mirror.tables AS t ON t.id = p.id
  CROSS JOIN unnest(p.lineage) AS l(oid)
  JOIN equipment AS level ON level.id = p.id AND level.oid = l.oid
  WHERE p.relkind <> 'p'
  GROUP BY p.id, p.oid, p.relation, p.lineage, t.unit
  ORDER BY p.id, p.oid`;

const columnsSql = `
  SELECT p.id, a.attname AS name, a.attnum AS number,
    (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef AS d
      WHERE a.attgenerated <> '' AND d.adrelid = a.attrelid AND d.adnum = a.attnum) AS generated
  FROM fluxion_mirror.parts AS p
  JOIN pg_attribute AS a ON a.attrelid = p.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE cardinality(p.lineage) = 1`;

interface ColumnFacts extends Omit<LayoutColumn, 'type'> {
  readonly id: number;
}

/**
 * How the declared tables are stored, by the snapshot of the client's transaction, which is REPEATABLE READ: the
 * fingerprints are those of the same state. A declared table that is not there (any more) is left out.
 */
export async function readLayouts(client: ClientBase): Promise<Layout[]> {
  const declared = await declaredTables(client);
  const { rows: fingerprints } = await client.query<{ id: number; fingerprint: string }>(
    'SELECT id, fingerprint FROM fluxion_mirror.layouts()',
  );
  const { rows: parts } = await client.query<{ id: number; part: LayoutPart }>(partsSql);
  const { rows: facts } = await client.query<ColumnFacts>(columnsSql);
  const relations = await introspect(client, [...new Set(declared.map(({ schema }) => schema))]);
  const layouts: Layout[] = [];
  for (const table of declared) {
    const fingerprint = fingerprints.find(({ id }) => id === table.id)?.fingerprint;
    const relation = relations.find(({ schema, name }) => schema === table.schema && name === table.table);
    if (fingerprint === undefined || !relation) continue;
    const columns = relation.columns.flatMap(({ name, type }) => {
      const fact = facts.find((one) => one.id === table.id && one.name === name);
      return fact ? [{ name, number: fact.number, type, generated: fact.generated }] : [];
    });
    layouts.push({
      table,
      columns,
      fingerprint,
      parts: parts.filter(({ id }) => id === table.id).map(({ part }) => part),
      unfit: (await whyUnfit(client, { ...table, name: `${table.schema}.${table.table}` })) ?? null,
    });
  }
  return layouts;
}
