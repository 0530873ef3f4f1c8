import { castTypes, longestText } from './allowed.ts';
import { functionRules, standIn, windowRules } from './functions.ts';
import { columnNames, lower } from './names.ts';
import { byKind, each, flag, inside, objectOf, oneOf, rebuild, refuse, text, type Node, type Rule } from './tree.ts';

/** An expression, and all that it holds. */
export const expression: Rule = (value, place) => {
  const node = objectOf(value);
  const rules = { class: text, alias: text, ...byKind(kinds, node['class'], node) };
  return standIn(rebuild(node, rules, inside(place)), place);
};

const expressions = each(expression);

/** Numbers and texts as they are written. */
const constant: Rule = (value, place, node) => {
  const { is_null: isNull, type } = objectOf(value);
  const { id } = objectOf(type);
  const plain = ['INTEGER', 'BIGINT', 'DOUBLE', 'DECIMAL', 'VARCHAR', 'BOOLEAN', 'NULL'];
  if (!plain.includes(String(id))) throw refuse('type', String(id), node);
  const scalar: Rule = (of) => {
    if (typeof of === 'object') throw refuse('number', '', node);
    if (typeof of === 'string' && Buffer.byteLength(of) > longestText) throw refuse('argument', 'VARCHAR', node);
    return { node: of, cost: 0 };
  };
  return rebuild(objectOf(value), { type: typeOf, is_null: oneOf(isNull), value: scalar }, place);
};

const whole: Rule = (value, _, node) => {
  if (!Number.isSafeInteger(value)) throw refuse('type', String(value), node);
  return { node: value, cost: 0 };
};

const typeOf: Rule = (value, place, node) => {
  const { id, type_info: info } = objectOf(value);
  const name = objectOf(info)['name'];
  const known = castTypes.has(String(id).replaceAll(' ', '_')) || id === 'NULL';
  if (!known) throw refuse('type', String(name ?? id), node);
  const sizes: Rule = (of) =>
    rebuild(objectOf(of), { type: oneOf('DECIMAL_TYPE_INFO'), width: whole, scale: whole }, place);
  return rebuild(objectOf(value), { id: text, type_info: id === 'DECIMAL' ? sizes : oneOf(null) }, place);
};

const check: Rule = (value, place) => rebuild(objectOf(value), { when_expr: expression, then_expr: expression }, place);

/** A query within an expression may use the names around it. */
const subquery: Rule = (value, place) => {
  const { query } = place;
  return rebuild(objectOf(value), { node: (of) => query(objectOf(of), inside(place)) }, place);
};

const comparisons = oneOf(
  'COMPARE_EQUAL',
  'COMPARE_NOTEQUAL',
  'COMPARE_LESSTHAN',
  'COMPARE_GREATERTHAN',
  'COMPARE_LESSTHANOREQUALTO',
  'COMPARE_GREATERTHANOREQUALTO',
  'COMPARE_DISTINCT_FROM',
  'COMPARE_NOT_DISTINCT_FROM',
);

const order: Rule = (value, place) => {
  const directions = oneOf('ASCENDING', 'DESCENDING', 'ORDER_DEFAULT');
  const nulls = oneOf('NULLS FIRST', 'NULLS LAST', 'ORDER_DEFAULT');
  return rebuild(objectOf(value), { type: directions, null_order: nulls, expression: orderedBy }, place);
};

/** ORDER BY ALL is written as a star of all columns. */
const orderedBy: Rule = (value, place, node) => {
  const star = objectOf(value);
  if (star['class'] !== 'STAR' || star['columns'] !== true) return expression(value, place, node);
  return rebuild(star, { class: text, type: text, columns: flag }, place);
};

export const orders: Rule = (value, place) =>
  rebuild(objectOf(value), { type: oneOf('ORDER_MODIFIER'), orders: each(order) }, place);

const parts = { expression, expressions, orders, order: each(order) };

const kinds: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  CONSTANT: { type: oneOf('VALUE_CONSTANT'), value: constant },
  COLUMN_REF: { type: oneOf('COLUMN_REF'), column_names: columnNames },
  FUNCTION: functionRules(parts),
  WINDOW: windowRules(parts),
  OPERATOR: {
    type: oneOf(
      'OPERATOR_NOT',
      'OPERATOR_IS_NULL',
      'OPERATOR_IS_NOT_NULL',
      'OPERATOR_COALESCE',
      'COMPARE_IN',
      'COMPARE_NOT_IN',
      'GROUPING_FUNCTION',
    ),
    children: expressions,
  },
  COMPARISON: { type: comparisons, left: expression, right: expression },
  CONJUNCTION: { type: oneOf('CONJUNCTION_AND', 'CONJUNCTION_OR'), children: expressions },
  // The order of the bytes, which DuckDB has in any case: said for PostgreSQL. Others are looked up, and may not be there.
  COLLATE: { type: oneOf('COLLATE'), child: expression, collation: oneOf('C') },
  BETWEEN: { type: oneOf('COMPARE_BETWEEN'), input: expression, lower: expression, upper: expression },
  CASE: { type: oneOf('CASE_EXPR'), case_checks: each(check), else_expr: expression },
  CAST: { type: oneOf('OPERATOR_CAST'), child: expression, cast_type: typeOf, try_cast: flag },
  SUBQUERY: {
    type: oneOf('SUBQUERY'),
    subquery_type: oneOf('SCALAR', 'EXISTS', 'NOT_EXISTS', 'ANY'),
    subquery,
    child: expression,
    comparison_type: (value, place, node) =>
      value === 'INVALID' ? { node: value, cost: 0 } : comparisons(value, place, node),
  },
};

/** A column of a SELECT's list: an expression, or a star. */
export const column: Rule = (value, place, node) => {
  const star = objectOf(value);
  if (star['class'] !== 'STAR') return expression(value, place, node);
  const qualified: Rule = (one) => rebuild(objectOf(one), { table: text, column: text }, place);
  return rebuild(
    star,
    {
      class: text,
      type: oneOf('STAR'),
      relation_name: text,
      exclude_list: each(text),
      qualified_exclude_list: each(qualified),
    },
    place,
  );
};

/** What a column of the list is called; '' if DuckDB makes its name up. */
export function nameOf(item: Node): string {
  const { alias, class: kind, column_names: names } = item;
  if (alias) return lower(alias);
  return kind === 'COLUMN_REF' && Array.isArray(names) ? lower(names.at(-1)) : '';
}
