import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { TablePlan } from './table-plan.ts';

interface ValueCheck {
  readonly column: string;
  readonly condition: string;
  readonly reason: string;
}

/**
 * Looks at the values before any row moves: what the target's columns would refuse, counted in one pass.
 * Gives one line for each column and reason.
 */
export async function checkValues(connection: DuckDBConnection, plan: TablePlan): Promise<string[]> {
  const checks = plan.columns.flatMap(({ name, carrier, notNull }): ValueCheck[] => [
    ...carrier.forbidden.map(({ condition, reason }) => ({
      column: name,
      condition: condition.replaceAll('$', quoteIdentifier(name)),
      reason,
    })),
    ...(notNull
      ? [
          {
            column: name,
            condition: `${quoteIdentifier(name)} IS NULL`,
            reason: 'are NULL, which the target does not take',
          },
        ]
      : []),
  ]);
  if (checks.length === 0) return [];
  const counts = checks.map(({ condition }, index) => `count(*) FILTER (WHERE ${condition}) AS c${index}`);
  const [row = {}] = await smallRowsJson(connection, `SELECT ${counts.join(', ')} FROM ${plan.from}`);
  return checks.flatMap(({ column, reason }, index) => {
    const count = Number(row[`c${index}`]);
    return count === 0
      ? []
      : [`${plan.target.name}: column ${column}: ${count} ${count === 1 ? 'value' : 'values'} that ${reason}`];
  });
}
