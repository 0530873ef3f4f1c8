import { isNode, nodes, text, texts, type SyntaxNode } from './syntax-tree.ts';

const clock = new Set([
  'now',
  'current_date',
  'today',
  'get_current_timestamp',
  'transaction_timestamp',
  'current_timestamp',
  'localtimestamp',
]);
const anyRow = new Set([
  'any_value',
  'list',
  'array_agg',
  'string_agg',
  'listagg',
  'group_concat',
  'arg_min',
  'arg_max',
  'min_by',
  'max_by',
  'argmin',
  'argmax',
  'first',
  'row_number',
  'ntile',
  'lag',
  'lead',
  'first_value',
  'last_value',
  'nth_value',
]);

/** Why a query's answer can differ from one run to the next on the same data; undefined: nothing in it lets it. */
export function instability(query: SyntaxNode): string | undefined {
  const parts = everyNode(query);
  if (parts.some(readsClock)) return 'its answer depends on the clock';
  if (parts.some((part) => text(part, 'type') === 'LIMIT_MODIFIER'))
    return 'rows that its order leaves equal can stand on either side of its LIMIT';
  if (parts.some((part) => nodes(part, 'distinct_on_targets').length > 0))
    return 'its DISTINCT ON can take any of the rows that its order leaves equal';
  const function_ = parts.map((part) => text(part, 'function_name').toLowerCase()).find((called) => anyRow.has(called));
  return function_ === undefined ? undefined : `${function_} can take rows that its order leaves equal in any order`;
}

function readsClock(part: SyntaxNode): boolean {
  const [column, ...more] = texts(part, 'column_names');
  if (clock.has(text(part, 'function_name').toLowerCase())) return true;
  return column !== undefined && more.length === 0 && clock.has(column.toLowerCase());
}

function everyNode(root: SyntaxNode): SyntaxNode[] {
  const below = Object.values(root).flatMap((value) => (Array.isArray(value) ? value : [value]));
  // Lists of lists: the rows of VALUES.
  const flat = below.flatMap((value) => (Array.isArray(value) ? value : [value])).filter(isNode);
  return [root, ...flat.flatMap(everyNode)];
}
