import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { chooseHash, rowHasher } from '../../../bridge/index.ts';
import type { TablePlan } from '../../plan/table-plan.ts';
import { compareTable, type TableComparison } from '../compare.ts';
import { compareRows } from '../digest.ts';
import { withSides } from '../sides.ts';
import { floatsDiffer, isFloat } from './floats.ts';

export interface ViewComparison {
  /** False: the view answers differently, and must not stay. */
  readonly equal: boolean;
  /** How it differs; or, of an equal one, what was not compared, or only roughly. */
  readonly reason?: string;
}

interface Context {
  readonly duck: DuckDBConnection;
  readonly client: ClientBase;
  readonly patienceMs?: number;
}

/** Compares the rows of both sides, floats apart. */
export async function compareAnswers(
  { duck, client, patienceMs = 60_000 }: Context,
  plan: TablePlan,
): Promise<ViewComparison> {
  const hasher = rowHasher(duck, await chooseHash(duck, client));
  return withSides({ duck, client, plan }, async (sides) => {
    await client.query(`SET LOCAL statement_timeout = ${Math.ceil(patienceMs)}`);
    const rows = await compareRows(sides, hasher, plan.columns);
    if (rows.equal) return { equal: true };
    if (rows.sourceRows !== rows.targetRows)
      return { equal: false, reason: `it has ${rows.sourceRows} rows in DuckDB, ${rows.targetRows} in PostgreSQL` };
    const floats = plan.columns.filter(isFloat);
    const exact = { ...plan, columns: plan.columns.filter((column) => !isFloat(column)) };
    const found = await compareTable(sides, hasher, exact);
    if (!found.equal) return { equal: false, reason: difference(found) };
    const differing = await floatsDiffer(sides, floats);
    if (differing.length > 0) return { equal: false, reason: `it answers otherwise in ${differing.join(', ')}` };
    const names = floats.map(({ name }) => name).join(', ');
    return { equal: true, reason: `the floats of ${names} agree as sums, to a billionth; all else is the same` };
  });
}

/** Which columns differ, and one value of them on both sides. */
function difference({ differingColumns, differences }: TableComparison): string {
  const [first] = differences;
  const side = (value: string | null | undefined) => (value === undefined ? 'no such row' : (value ?? 'NULL'));
  const example = first ? `: ${side(first.source)} in DuckDB, ${side(first.target)} in PostgreSQL` : '';
  return `it answers otherwise in ${differingColumns.join(', ')}${example}`;
}
