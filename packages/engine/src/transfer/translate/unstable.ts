import { isNode, nodes, text, texts, type SyntaxNode } from './syntax-tree.ts';

/** Why a query's answer can differ from one run to the next on the same data. */
export interface Instability {
  readonly reason: string;
  /** It depends on the clock: two runs need not agree even if every order is total. */
  readonly always: boolean;
}

/** Gives the queries behind what a query names: views and macros. */
export type Definitions = (part: SyntaxNode) => Promise<readonly SyntaxNode[]>;

const clock: ReadonlySet<string> = new Set([
  'now',
  'current_date',
  'today',
  'get_current_timestamp',
  'transaction_timestamp',
  'current_timestamp',
]);

/** Functions that depend on an order, which may leave rows equal. */
const inOrder: ReadonlySet<string> = new Set([
  'any_value',
  'first',
  'arbitrary',
  'list',
  'array_agg',
  'string_agg',
  'listagg',
  'group_concat',
  'arg_min',
  'argmin',
  'min_by',
  'arg_max',
  'argmax',
  'max_by',
  'row_number',
  'ntile',
  'lag',
  'lead',
  'first_value',
  'last_value',
  'nth_value',
]);

/** Looks through a query and all that stands behind it. Undefined: nothing in it lets its answer differ. */
export async function instability(query: SyntaxNode, definitions: Definitions): Promise<Instability | undefined> {
  let found: Instability | undefined;
  const seen = new Set<string>();
  const waiting = [query];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const part of everyNode(next)) {
      const reason = reasonOf(part);
      if (reason?.always) return reason;
      found ??= reason;
      const named = `${text(part, 'schema_name')}.${text(part, 'table_name')}.${text(part, 'function_name')}`;
      if (named === '..' || seen.has(named)) continue;
      seen.add(named);
      waiting.push(...(await definitions(part)));
    }
  }
  return found;
}

function reasonOf(part: SyntaxNode): Instability | undefined {
  if (readsClock(part)) return { reason: 'its answer depends on the clock', always: true };
  const sometimes = (reason: string) => ({ reason, always: false });
  if (text(part, 'type') === 'LIMIT_MODIFIER')
    return sometimes('rows that its order leaves equal can stand on either side of its LIMIT');
  if (nodes(part, 'distinct_on_targets').length > 0)
    return sometimes('its DISTINCT ON can take any of the rows that its order leaves equal');
  const called = text(part, 'function_name').toLowerCase();
  return inOrder.has(called)
    ? sometimes(`${called} depends on the order of rows that its order leaves equal`)
    : undefined;
}

function readsClock(part: SyntaxNode): boolean {
  const [column, ...more] = texts(part, 'column_names');
  if (clock.has(text(part, 'function_name').toLowerCase())) return true;
  return column !== undefined && more.length === 0 && clock.has(column.toLowerCase());
}

function everyNode(root: SyntaxNode): SyntaxNode[] {
  // Two levels, because the rows of VALUES are lists of lists.
  const below = Object.values(root).flat(2).filter(isNode);
  return [root, ...below.flatMap(everyNode)];
}
