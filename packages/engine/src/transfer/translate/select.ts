import { quoteIdentifier } from '../../base/index.ts';
import { orderBy, translateExpression, type TranslationContext } from './expression.ts';
import { isAggregate } from './functions.ts';
import {
  isNode,
  name,
  node,
  nodes,
  optionalNode,
  text,
  texts,
  UntranslatableError,
  type SyntaxNode,
} from './syntax-tree.ts';

/** PostgreSQL's text of a query of DuckDB. @throws UntranslatableError that names what is not on the list */
export function translateSelect(select: SyntaxNode, context: TranslationContext): string {
  if (text(select, 'type') !== 'SELECT_NODE') throw new UntranslatableError(name(select));
  if (nodes(node(select, 'cte_map'), 'map').length > 0) throw new UntranslatableError('WITH');
  if (isNode(select.sample)) throw new UntranslatableError('USING SAMPLE');
  const { distinct, tail } = modifiers(nodes(select, 'modifiers'), context);
  const qualify = optionalNode(select, 'qualify');
  if (!qualify)
    return [`SELECT ${distinct}${selectList(select, context)}`, ...clauses(select, context), tail]
      .filter(Boolean)
      .join(' ');
  return qualified(select, qualify, distinct, tail, context);
}

/** QUALIFY filters on window functions: the query becomes the inner one of a filter on its last column. */
function qualified(
  select: SyntaxNode,
  qualify: SyntaxNode,
  distinct: string,
  tail: string,
  context: TranslationContext,
): string {
  const names = nodes(select, 'select_list').map((item) => outputName(item, context));
  const flag = quoteIdentifier('qualify');
  const inner = [
    `SELECT ${selectList(select, context)}, ${translateExpression(qualify, context)} AS ${flag}`,
    ...clauses(select, context),
  ]
    .filter(Boolean)
    .join(' ');
  return [`SELECT ${distinct}${names.join(', ')} FROM (${inner}) AS qualified WHERE ${flag}`, tail]
    .filter(Boolean)
    .join(' ');
}

function outputName(item: SyntaxNode, context: TranslationContext): string {
  const alias =
    text(item, 'alias') || (text(item, 'class') === 'COLUMN_REF' ? (texts(item, 'column_names').at(-1) ?? '') : '');
  if (alias === '') throw new UntranslatableError('QUALIFY over a column without a name');
  return quoteIdentifier(context.spelling(alias));
}

function selectList(select: SyntaxNode, context: TranslationContext): string {
  return nodes(select, 'select_list')
    .map((item) => {
      const alias = text(item, 'alias');
      return (
        translateExpression(item, context) + (alias === '' ? '' : ` AS ${quoteIdentifier(context.spelling(alias))}`)
      );
    })
    .join(', ');
}

function clauses(select: SyntaxNode, context: TranslationContext): string[] {
  const where = optionalNode(select, 'where_clause');
  const having = optionalNode(select, 'having');
  const from = fromItem(node(select, 'from_table'), context);
  return [
    from === '' ? '' : `FROM ${from}`,
    where ? `WHERE ${translateExpression(where, context)}` : '',
    groupBy(select, context),
    having ? `HAVING ${translateExpression(having, context)}` : '',
  ];
}

function groupBy(select: SyntaxNode, context: TranslationContext): string {
  if (text(select, 'aggregate_handling') === 'FORCE_AGGREGATES') {
    // GROUP BY ALL: every column of the answer that gathers nothing, by its position.
    const positions = nodes(select, 'select_list').flatMap((item, index) => (gathers(item) ? [] : [index + 1]));
    return positions.length === 0 ? '' : `GROUP BY ${positions.join(', ')}`;
  }
  const groups = nodes(select, 'group_expressions').map((group) => translateExpression(group, context));
  const sets = Array.isArray(select.group_sets) ? select.group_sets.length : 0;
  if (sets > 1) throw new UntranslatableError('GROUPING SETS');
  return groups.length === 0 ? '' : `GROUP BY ${groups.join(', ')}`;
}

function gathers(expression: SyntaxNode): boolean {
  if (text(expression, 'class') === 'FUNCTION' && isAggregate(text(expression, 'function_name').toLowerCase()))
    return true;
  return Object.values(expression).some((value) =>
    Array.isArray(value) ? value.filter(isNode).some(gathers) : isNode(value) && gathers(value),
  );
}

function fromItem(item: SyntaxNode, context: TranslationContext): string {
  if (isNode(item.sample)) throw new UntranslatableError('TABLESAMPLE');
  const alias = text(item, 'alias');
  const renamed = texts(item, 'column_name_alias').map((column) => quoteIdentifier(context.spelling(column)));
  const as = (otherwise: string) => {
    const label = alias || otherwise;
    return label === ''
      ? ''
      : ` AS ${quoteIdentifier(context.spelling(label))}${renamed.length > 0 ? `(${renamed.join(', ')})` : ''}`;
  };
  switch (text(item, 'type')) {
    case 'BASE_TABLE':
      return (
        context.relation(text(item, 'schema_name') || 'main', text(item, 'table_name')) + as(text(item, 'table_name'))
      );
    case 'SUBQUERY':
      return `(${context.query(node(node(item, 'subquery'), 'node'))})${as('subquery')}`;
    case 'JOIN':
      return join(item, context);
    case 'EMPTY':
    case 'EMPTY_FROM':
      return '';
    default:
      throw new UntranslatableError(name(item));
  }
}

const joins: Readonly<Record<string, string>> = {
  INNER: 'JOIN',
  LEFT: 'LEFT JOIN',
  RIGHT: 'RIGHT JOIN',
  FULL: 'FULL JOIN',
  OUTER: 'FULL JOIN',
};

function join(item: SyntaxNode, context: TranslationContext): string {
  const left = fromItem(node(item, 'left'), context);
  const right = fromItem(node(item, 'right'), context);
  const kind = text(item, 'ref_type');
  if (kind === 'CROSS') return `(${left} CROSS JOIN ${right})`;
  const word = joins[text(item, 'join_type')];
  if (kind !== 'REGULAR' || word === undefined)
    throw new UntranslatableError(`${kind} ${text(item, 'join_type')} JOIN`);
  const using = texts(item, 'using_columns').map((column) => quoteIdentifier(context.spelling(column)));
  if (using.length > 0) return `(${left} ${word} ${right} USING (${using.join(', ')}))`;
  return `(${left} ${word} ${right} ON ${translateExpression(node(item, 'condition'), context)})`;
}

function modifiers(list: readonly SyntaxNode[], context: TranslationContext): { distinct: string; tail: string } {
  let distinct = '';
  const tail: string[] = [];
  for (const modifier of list) {
    const kind = text(modifier, 'type');
    if (kind === 'DISTINCT_MODIFIER' && nodes(modifier, 'distinct_on_targets').length === 0) distinct = 'DISTINCT ';
    else if (kind === 'ORDER_MODIFIER') tail.push(orderBy(nodes(modifier, 'orders'), context));
    else if (kind === 'LIMIT_MODIFIER') tail.push(...limit(modifier, context));
    else throw new UntranslatableError(kind === 'DISTINCT_MODIFIER' ? 'DISTINCT ON' : kind);
  }
  return { distinct, tail: tail.join(' ') };
}

function limit(modifier: SyntaxNode, context: TranslationContext): string[] {
  const written = (key: string, word: string) => {
    const value = optionalNode(modifier, key);
    return value ? [`${word} ${translateExpression(value, context)}`] : [];
  };
  return [...written('limit', 'LIMIT'), ...written('offset', 'OFFSET')];
}
