import type { ClientBase } from 'pg';
import { renderPostgresType, type PostgresType } from '../../catalog/index.ts';
import type { ColumnPlan } from '../plan/table-plan.ts';

/** Gives the oid of an array's element type, which the array names on the wire; an enum's differs from database to database. */
export type ElementOids = (type: PostgresType) => number | undefined;

/** Asks the target for the element types of all columns that are arrays. */
export async function elementOids(client: ClientBase, columns: readonly ColumnPlan[]): Promise<ElementOids> {
  const names = columns.flatMap(({ type }) => (type.element ? [renderPostgresType(type.element)] : []));
  if (names.length === 0) return () => undefined;
  const { rows } = await client.query<{ name: string; oid: number | null }>(
    `SELECT DISTINCT name, to_regtype(name)::oid AS oid FROM unnest($1::text[]) AS name`,
    [names],
  );
  const oids = new Map(rows.map(({ name, oid }) => [name, oid]));
  return ({ element }) => (element && oids.get(renderPostgresType(element))) ?? undefined;
}
