import { quoteIdentifier } from '../../../base/index.ts';
import type { ColumnPlan } from '../../plan/table-plan.ts';
import type { Sides } from '../sides.ts';

/** How far two sums of floats may lie apart, as a part of the sum of their sizes. */
const tolerance = 1e-9;

export function isFloat({ type }: ColumnPlan): boolean {
  return type.name === 'float8' || type.name === 'float4';
}

/** What must agree to the last digit, and what may differ by the tolerance. */
const counts = ['present', 'nans', 'infinite'] as const;
const sums = ['total', 'least', 'greatest'] as const;

function measures(column: string, float: string, index: number): string {
  const value = `${column}::${float}`;
  const finite = `${value} <> 'NaN' AND abs(${value}) <> 'Infinity'`;
  return [
    `count(${column})::varchar AS present${index}`,
    `sum(CASE WHEN ${value} = 'NaN' THEN 1 ELSE 0 END)::varchar AS nans${index}`,
    `sum(CASE WHEN abs(${value}) = 'Infinity' THEN sign(${value}) ELSE 0 END)::varchar AS infinite${index}`,
    `sum(${value}) FILTER (WHERE ${finite})::varchar AS total${index}`,
    `sum(abs(${value})) FILTER (WHERE ${finite})::varchar AS size${index}`,
    `min(${value}) FILTER (WHERE ${finite})::varchar AS least${index}`,
    `max(${value}) FILTER (WHERE ${finite})::varchar AS greatest${index}`,
  ].join(', ');
}

/** The columns that differ as wholes: how many floats of each kind there are, their sum, the least and the greatest. */
export async function floatsDiffer(sides: Sides, columns: readonly ColumnPlan[]): Promise<string[]> {
  if (columns.length === 0) return [];
  const list = (name: (column: ColumnPlan) => string, float: string) =>
    columns.map((column, index) => measures(quoteIdentifier(name(column)), float, index)).join(', ');
  const { source, target } = await sides.ask({
    duck: list(({ name }) => name, 'DOUBLE'),
    postgres: list(({ target: name }) => name, 'float8'),
  });
  const [ours = {}] = source;
  const [theirs = {}] = target;
  return columns.filter((_, index) => !agree(ours, theirs, index)).map(({ name }) => name);
}

type Row = Record<string, unknown>;

function agree(ours: Row, theirs: Row, index: number): boolean {
  const same = counts.every((key) => Number(ours[`${key}${index}`]) === Number(theirs[`${key}${index}`]));
  const size = Number(ours[`size${index}`]);
  return same && sums.every((key) => near(ours[`${key}${index}`], theirs[`${key}${index}`], size));
}

function near(one: unknown, other: unknown, size: number): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(Number(one) - Number(other)) <= size * tolerance;
}
