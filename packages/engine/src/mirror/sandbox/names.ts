import { sessionValues } from './allowed.ts';
import { listOf, refuse, withinCost, type Built, type Node, type Place, type Relation, type Scope } from './tree.ts';

/** The relation has at most so many columns: a star of stars doubles them. */
const mostColumns = 1000;

export const lower = (value: unknown): string => String(value).toLowerCase();

/** Its first columns named anew. */
export function renamed({ columns, cost }: Relation, names: unknown): Relation {
  const given = listOf(names).map(lower);
  return { columns: [...given, ...columns.slice(given.length)], cost };
}

export function newScope(outer: Scope | undefined): Scope {
  return { sources: [], aliases: new Map(), outer };
}

/**
 * A column by its name. A name that is a table's would stand for the whole row, and some that no column has for values of
 * the session: neither is taken.
 */
export function columnNames(value: unknown, { scope }: Place, node: Node): Built {
  const names = listOf(value).map(String);
  const [first = '', second] = names.map(lower);
  if (names.length > 2 || names.length === 0) throw refuse('column', names.join('.'), node);
  if (second !== undefined) {
    if (!hasColumn(scope, first, second)) throw refuse('column', names.join('.'), node);
    return { node: names, cost: 0 };
  }
  const cost = costOf(scope, first);
  if (cost === undefined) throw refuse('column', names.join('.'), node);
  return { node: names, cost: withinCost(cost) };
}

function hasColumn(scope: Scope | undefined, table: string, column: string): boolean {
  for (let at = scope; at; at = at.outer) {
    const named = at.sources.filter(({ alias }) => alias === table);
    if (named.length > 0) return named.some(({ columns }) => columns.includes(column));
  }
  return false;
}

/** Undefined for a name that may mean something else than a column. One that nobody has, DuckDB explains. */
function costOf(scope: Scope | undefined, name: string): number | undefined {
  let isColumn = false;
  let cost = 0;
  for (let at = scope; at; at = at.outer) {
    cost = Math.max(cost, at.aliases.get(name) ?? 0);
    if (isColumn || at.aliases.has(name)) isColumn = true;
    else if (at.sources.some(({ columns }) => columns.includes(name))) isColumn = true;
    else if (at.sources.some(({ alias }) => alias === name)) return undefined;
  }
  return !isColumn && sessionValues.has(name) ? undefined : cost;
}

/** The columns that a star stands for. */
export function starColumns(star: Node, { scope }: Place): readonly string[] {
  const relation = star['relation_name'] ? lower(star['relation_name']) : undefined;
  const qualified = listOf(star['qualified_exclude_list']).map((one) => lower((one as Node)['column']));
  const excluded = new Set([...listOf(star['exclude_list']).map(lower), ...qualified]);
  const sources = (scope?.sources ?? []).filter(({ alias }) => relation === undefined || alias === relation);
  return sources.flatMap(({ columns }) => columns).filter((name) => !excluded.has(name));
}

export function fewColumns(columns: readonly string[]): readonly string[] {
  withinCost(columns.length > mostColumns ? Infinity : 0);
  return columns;
}
