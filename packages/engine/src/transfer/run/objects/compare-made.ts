import { sourceName } from '../../ddl/object-report.ts';
import type { ObjectStatement } from '../../ddl/object-statement.ts';
import { targetSchema } from '../../plan/migration-plan.ts';
import { postgresName } from '../../plan/names/names.ts';
import { translatorFor } from '../../plan/translators.ts';
import { compareView, type ViewComparison } from '../../verify/views/index.ts';
import type { Migration } from '../migration.ts';

/** Compares a view that was made with the one in the source. */
export async function compareMade({ session }: Migration, statement: ObjectStatement): Promise<ViewComparison> {
  const view = session.catalog.views.find((one) => sourceName(one) === statement.name);
  if (!view) return { equal: true };
  const { duck, client, options } = session;
  const unstable = await translatorFor(session, { schema: view.schema }).unstable(view);
  const target = { schema: targetSchema(options, view.schema), name: postgresName(view.name) };
  return compareView({ duck, client, view, target, unstable });
}
