import type { ClientBase } from 'pg';
import { quoteQualified } from '../../base/index.ts';
import type { Relation } from '../../postgres/index.ts';
import { referringTables } from './referring-tables.ts';
import { relationName, type TablePlan } from './table-plan.ts';

/** How tables that hold rows are emptied for a migration that replaces them. */
export interface Emptying {
  readonly statements: readonly string[];
  /** Why that cannot be; empty: it can. */
  readonly misfits: readonly string[];
}

/**
 * Empties tables together with all that refer to them, as TRUNCATE demands; refused if one of those holds rows and is none of
 * the migration's, nor derived from those: its rows would go with the others.
 */
export async function planEmptying(
  client: ClientBase,
  occupied: readonly TablePlan[],
  mappings: readonly { readonly plan: TablePlan }[],
  relations: readonly Relation[],
  derived: Readonly<Record<string, string>> = {},
): Promise<Emptying> {
  const own = new Set(mappings.map(({ plan }) => relationName(plan)));
  const referring = referringTables(occupied.map(relationName), relations);
  const misfits: string[] = [];
  for (const table of referring) {
    if (own.has(`${table.schema}.${table.name}`) || !(await holdsRows(client, table, derived))) continue;
    const quoted = quoteQualified(table.schema, table.name);
    misfits.push(
      `${table.to}: it cannot be emptied, since ${quoted} refers to it and holds rows that are not the file's`,
    );
  }
  const tables = [...occupied.map(({ target }) => target), ...referring];
  const names = new Set(tables.map(({ schema, name }) => quoteQualified(schema, name)));
  return { statements: names.size === 0 ? [] : [`TRUNCATE ${[...names].join(', ')}`], misfits };
}

/** True if a table of the target holds any row that is not derived. */
export async function holdsRows(
  client: ClientBase,
  { schema, name }: { readonly schema: string; readonly name: string },
  derived: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const condition = derived[`${schema}.${name}`] ?? 'false';
  const sql = `SELECT EXISTS (SELECT FROM ${quoteQualified(schema, name)} WHERE (${condition}) IS NOT TRUE) AS any`;
  return (await client.query<{ any: boolean }>(sql)).rows[0]?.any === true;
}
