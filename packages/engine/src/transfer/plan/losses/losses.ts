import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier } from '../../../base/index.ts';
import { withoutArrays } from '../../../bridge/index.ts';
import { smallRowsJson } from '../../../duckdb/index.ts';
import type { OnLoss } from '../../options.ts';
import type { LossReport } from '../../report.ts';
import type { Forbidden } from '../carrier.ts';
import type { ColumnPlan, TablePlan } from '../table-plan.ts';

export type { LossReport };

/** Values of one column that the target cannot hold, all for one reason. */
export interface Loss {
  readonly column: ColumnPlan;
  readonly forbidden: Forbidden;
  readonly count: number;
  /** Some of them, as DuckDB prints them. */
  readonly examples: readonly string[];
}

const notNullable: Forbidden = {
  condition: '$ IS NULL',
  one: 'is NULL, which the target does not take',
  several: 'are NULL, which the target does not take',
};

const mostExamples = 3;
const exampleLength = 60;

/** A forbidden value's condition in DuckDB's SQL, for one column. */
export function conditionOf({ column, forbidden }: Pick<Loss, 'column' | 'forbidden'>): string {
  return forbidden.condition.replaceAll('$', () => quoteIdentifier(column.name));
}

/** Looks at the values before any row moves: what the target's columns would refuse, counted in one pass over the table. */
export async function findLosses(duck: DuckDBConnection, plan: TablePlan): Promise<Loss[]> {
  const checks = plan.columns
    .filter(({ computed }) => !computed)
    .flatMap((column) =>
      [...column.carrier.forbidden, ...(column.notNull ? [notNullable] : [])].map((forbidden) => ({
        column,
        forbidden,
      })),
    );
  if (checks.length === 0) return [];
  const counts = checks.map((check, index) => `count(*) FILTER (WHERE ${conditionOf(check)}) AS c${index}`);
  const [row = {}] = await smallRowsJson(duck, `SELECT ${counts.join(', ')} FROM ${plan.from}`);
  const losses: Loss[] = [];
  for (const [index, check] of checks.entries()) {
    const count = Number(row[`c${index}`]);
    if (count > 0) losses.push({ ...check, count, examples: await examplesOf(duck, plan, check) });
  }
  return losses;
}

/** DuckDB's SQL for its own text of a column's value, NULL for NULL. It cannot print the first TIMESTAMP_NS that it has. */
export function printed(column: string): string {
  const name = quoteIdentifier(column);
  return `CASE WHEN ${name} IS NOT NULL THEN coalesce(TRY(CAST(${name} AS VARCHAR)), '(a value that DuckDB cannot print)') END`;
}

async function examplesOf(
  duck: DuckDBConnection,
  plan: TablePlan,
  check: Pick<Loss, 'column' | 'forbidden'>,
): Promise<string[]> {
  const text = `replace(${printed(check.column.name)}, chr(0), '\\0')`;
  const rows = await smallRowsJson(
    duck,
    `SELECT left(${text}, ${exampleLength}) AS value FROM ${plan.from} WHERE ${conditionOf(check)} LIMIT ${mostExamples}`,
  );
  return rows.map(({ value }) => (value === null ? 'NULL' : String(value)));
}

/** Says of a loss what a person must know before anything is written. */
export function describeLoss(plan: TablePlan, { column, forbidden, count, examples }: Loss): string {
  const found = count === 1 ? `1 value ${forbidden.one}` : `${count} values ${forbidden.several}`;
  const such = examples.every((example) => example === 'NULL') ? '' : `: ${examples.join(', ')}`;
  return `${plan.target.name}: column ${column.name}: ${found}${such}`;
}

/** What the person's choice makes of a table's losses: the plan that deals with them, or why that cannot be. */
export function settleLosses(
  plan: TablePlan,
  losses: readonly Loss[],
  onLoss: OnLoss,
): { readonly plan: TablePlan; readonly misfits: readonly string[]; readonly reports: readonly LossReport[] } {
  const open = losses.filter(({ forbidden }) => onLoss === 'fail' || (onLoss === 'convert' && !forbidden.convert));
  if (open.length > 0 || losses.length === 0) {
    return { plan, misfits: open.map((loss) => describeLoss(plan, loss)), reports: [] };
  }
  const outcome = onLoss === 'convert' ? 'converted' : 'rejected';
  const reports = losses.map(({ column, forbidden, count, examples }): LossReport => {
    return { table: plan.target.name, column: column.name, reason: forbidden.several, count, examples, outcome };
  });
  const settled =
    onLoss === 'convert'
      ? { ...plan, columns: plan.columns.map((column) => withConversions(column, losses)) }
      : { ...plan, rejected: losses.map(conditionOf).join(' OR ') };
  return { plan: settled, misfits: [], reports };
}

/** The column read through what stands for its forbidden values. */
function withConversions(column: ColumnPlan, losses: readonly Loss[]): ColumnPlan {
  const own = losses.filter((loss) => loss.column === column);
  const { carrier, duckType } = column;
  const value = own.reduce(
    (inner, { forbidden: { condition, convert = '$' } }) => {
      // A second reason looks at what the first one left.
      const put = (sql: string) => sql.replaceAll('$', () => inner);
      return `CASE WHEN ${put(condition)} THEN ${put(convert)} ELSE ${inner} END`;
    },
    // DuckDB has no CASE of ARRAYs.
    duckType.id === 'ARRAY' ? `CAST($ AS ${withoutArrays(duckType).text})` : '$',
  );
  if (own.length === 0) return column;
  const { sql, type } = carrier.read ?? { sql: '$', type: duckType };
  return { ...column, carrier: { ...carrier, read: { sql: sql.replaceAll('$', () => value), type } } };
}
