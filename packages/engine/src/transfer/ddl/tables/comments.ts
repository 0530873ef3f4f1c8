import { quoteIdentifier, quoteLiteral } from '../../../base/index.ts';
import { targetName, type TablePlan } from '../../plan/table-plan.ts';

/** Comments on a created table and its columns. */
export function commentStatements(plan: TablePlan): string[] {
  const { source } = plan;
  const onTable =
    source.comment === null ? [] : [`COMMENT ON TABLE ${targetName(plan)} IS ${quoteLiteral(source.comment)}`];
  const onColumns = plan.columns.flatMap(({ name, target }) => {
    const comment = source.columns.find((column) => column.name === name)?.comment ?? null;
    if (comment === null) return [];
    return [`COMMENT ON COLUMN ${targetName(plan)}.${quoteIdentifier(target)} IS ${quoteLiteral(comment)}`];
  });
  return [...onTable, ...onColumns];
}
