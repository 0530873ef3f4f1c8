import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { Forbidden } from './carrier.ts';
import type { TablePlan } from './table-plan.ts';

const notNullable: Forbidden = {
  condition: '$ IS NULL',
  one: 'is NULL, which the target does not take',
  several: 'are NULL, which the target does not take',
};

/**
 * Looks at the values before any row moves: what the target's columns would refuse, counted in one pass.
 * @returns one line for each column and reason
 */
export async function checkValues(connection: DuckDBConnection, plan: TablePlan): Promise<string[]> {
  const checks = plan.columns.flatMap(({ name, carrier, notNull }) =>
    [...carrier.forbidden, ...(notNull ? [notNullable] : [])].map((forbidden) => ({ name, forbidden })),
  );
  if (checks.length === 0) return [];
  const counts = checks.map(({ name, forbidden }, index) => {
    const condition = forbidden.condition.replaceAll('$', () => quoteIdentifier(name));
    return `count(*) FILTER (WHERE ${condition}) AS c${index}`;
  });
  const [row = {}] = await smallRowsJson(connection, `SELECT ${counts.join(', ')} FROM ${plan.from}`);
  return checks.flatMap(({ name, forbidden }, index) => {
    const count = Number(row[`c${index}`]);
    if (count === 0) return [];
    const found = count === 1 ? `1 value ${forbidden.one}` : `${count} values ${forbidden.several}`;
    return [`${plan.target.name}: column ${name}: ${found}`];
  });
}
