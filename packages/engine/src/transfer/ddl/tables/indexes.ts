import { quoteIdentifier, quoteLiteral, quoteQualified } from '../../../base/index.ts';
import type { DuckCatalog, IndexSpec } from '../../../duckdb/index.ts';
import { targetName, type TablePlan } from '../../plan/table-plan.ts';
import type { Translator } from '../../translate/index.ts';
import type { DdlContext } from '../context.ts';
import { made, refused, renaming, sourceName } from '../object-report.ts';
import type { PlannedObject } from '../object-statement.ts';
import { translated } from '../translated.ts';

/** A table's indexes that CREATE INDEX made. */
export function indexesOf({ source }: TablePlan, catalog: DuckCatalog): IndexSpec[] {
  return catalog.indexes.filter(({ schema, table }) => schema === source.schema && table === source.name);
}

/** An index as a person knows it. */
export const indexName = ({ schema, table, name }: IndexSpec) => `${sourceName({ schema, name: table })}: ${name}`;

/** The indexes that CREATE INDEX made on a created table. */
export async function planIndexes(
  context: DdlContext,
  plan: TablePlan,
  translator: Translator,
): Promise<PlannedObject[]> {
  const objects: PlannedObject[] = [];
  for (const index of indexesOf(plan, context.session.catalog))
    objects.push(await planIndex(context, plan, index, translator));
  return objects;
}

async function planIndex(
  { names }: DdlContext,
  plan: TablePlan,
  index: IndexSpec,
  translator: Translator,
): Promise<PlannedObject> {
  const own = { kind: 'index', name: indexName(index), definition: index.sql } as const;
  const columns: string[] = [];
  for (const expression of index.expressions) {
    const key = await translated(translator.expression(expression));
    if ('reason' in key) return refused(own.kind, own.name, key.reason, own.definition);
    columns.push(/^"([^"]|"")*"$/.test(key.sql) ? key.sql : `(${key.sql})`);
  }
  const table = targetName(plan);
  const { schema } = plan.target;
  const chosen = names.choose(schema, index.name);
  const create = `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${quoteIdentifier(chosen)} ON ${table} (${columns.join(', ')})`;
  const comment =
    index.comment === null
      ? []
      : [`COMMENT ON INDEX ${quoteQualified(schema, chosen)} IS ${quoteLiteral(index.comment)}`];
  const sql = [create, ...comment].join(';\n');
  return made({ ...own, phase: 'index', table, sql }, renaming(index.name, chosen));
}
