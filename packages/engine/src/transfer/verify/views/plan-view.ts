import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { quoteQualified } from '../../../base/index.ts';
import { parseDuckType, type DuckType, type TableSpec } from '../../../catalog/index.ts';
import { smallRowsJson } from '../../../duckdb/index.ts';
import { introspect } from '../../../postgres/index.ts';
import { mapTable } from '../../plan/map-table.ts';
import type { TablePlan } from '../../plan/table-plan.ts';

interface Name {
  readonly schema: string;
  readonly name: string;
}

/** A view as a table that was read from the source's view and filled into the target's; or why the two do not fit each other. */
export async function planView(
  duck: DuckDBConnection,
  client: ClientBase,
  view: Name,
  target: Name,
): Promise<{ plan: TablePlan } | { misfit: string }> {
  const relations = await introspect(client, [target.schema]);
  const existing = relations.find(({ name, kind }) => name === target.name && kind === 'a view');
  if (!existing) return { misfit: 'the target has no such view' };
  const from = quoteQualified(view.schema, view.name);
  const { plan, misfits } = await mapTable(
    duck,
    await asTable(duck, view),
    { ...target, existing },
    `SELECT * FROM ${from}`,
  );
  const [misfit] = misfits;
  return misfit === undefined ? { plan } : { misfit };
}

async function asTable(duck: DuckDBConnection, { schema, name }: Name): Promise<TableSpec<DuckType>> {
  const rows = await smallRowsJson(duck, `DESCRIBE ${quoteQualified(schema, name)}`);
  const columns = rows.map((row) => ({
    name: String(row.column_name),
    type: parseDuckType(String(row.column_type)),
    notNull: false,
    default: null,
    generated: null,
    comment: null,
  }));
  return { schema, name, columns, primaryKey: null, uniques: [], foreignKeys: [], checks: [], comment: null };
}
