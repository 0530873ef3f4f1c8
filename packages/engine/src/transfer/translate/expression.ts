import { quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import { parseDuckType, postgresTypeFor, renderPostgresType } from '../../catalog/index.ts';
import { isAggregate, windowName, writeScalar } from './functions.ts';
import { name, node, nodes, optionalNode, text, texts, UntranslatableError, type SyntaxNode } from './syntax-tree.ts';

/** What a translation must know about where it stands. */
export interface TranslationContext {
  /** The spelling that the target has for a name, whatever case the source wrote it in. */
  spelling(name: string): string;
  /** The target's qualified, quoted name of a source's table, view or sequence. */
  relation(schema: string, name: string): string;
  /** Translates a whole query: a subquery's node. */
  query(select: SyntaxNode): string;
}

const comparisons: Readonly<Record<string, string>> = {
  COMPARE_EQUAL: '=',
  COMPARE_NOTEQUAL: '<>',
  COMPARE_LESSTHAN: '<',
  COMPARE_GREATERTHAN: '>',
  COMPARE_LESSTHANOREQUALTO: '<=',
  COMPARE_GREATERTHANOREQUALTO: '>=',
  COMPARE_DISTINCT_FROM: 'IS DISTINCT FROM',
  COMPARE_NOT_DISTINCT_FROM: 'IS NOT DISTINCT FROM',
};

/** Names that parse as columns but mean the clock. */
const clockNames = new Set(['current_timestamp', 'current_date']);

/** PostgreSQL's text of an expression of DuckDB. @throws UntranslatableError that names what is not on the list */
export function translateExpression(expression: SyntaxNode, context: TranslationContext): string {
  const write = (child: SyntaxNode) => translateExpression(child, context);
  switch (text(expression, 'class')) {
    case 'COLUMN_REF':
      return columnReference(texts(expression, 'column_names'), context);
    case 'CONSTANT':
      return constant(node(expression, 'value'));
    case 'COMPARISON':
      return comparison(expression, write);
    case 'CONJUNCTION':
      return `(${nodes(expression, 'children')
        .map(write)
        .join(text(expression, 'type') === 'CONJUNCTION_OR' ? ' OR ' : ' AND ')})`;
    case 'BETWEEN':
      return `(${write(node(expression, 'input'))} BETWEEN ${write(node(expression, 'lower'))} AND ${write(node(expression, 'upper'))})`;
    case 'OPERATOR':
      return operator(expression, write);
    case 'CASE':
      return caseExpression(expression, write);
    case 'CAST':
      return cast(expression, write);
    case 'FUNCTION':
      return functionCall(expression, context);
    case 'WINDOW':
      return windowCall(expression, context);
    case 'STAR':
      return star(expression, context);
    default:
      throw new UntranslatableError(name(expression));
  }
}

function columnReference(parts: readonly string[], context: TranslationContext): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && clockNames.has(only.toLowerCase())) return only.toUpperCase();
  return parts.map((part) => quoteIdentifier(context.spelling(part))).join('.');
}

function constant(value: SyntaxNode): string {
  if (value.is_null === true) return 'NULL';
  const type = node(value, 'type');
  const id = text(type, 'id');
  const content = value.value;
  if (id === 'BOOLEAN') return content === true ? 'true' : 'false';
  if (id === 'VARCHAR' && typeof content === 'string') return quoteLiteral(content);
  if (/^(TINY|SMALL|BIG|U|US|UB)?INT(EGER)?$/.test(id) && typeof content === 'number' && Number.isSafeInteger(content))
    return String(content);
  if (id === 'DECIMAL' && typeof content === 'number' && Number.isSafeInteger(content))
    return decimalText(content, Number(node(type, 'type_info').scale));
  throw new UntranslatableError(`a constant of type ${id}`);
}

function decimalText(scaled: number, scale: number): string {
  const digits = String(Math.abs(scaled)).padStart(scale + 1, '0');
  const sign = scaled < 0 ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

type Write = (child: SyntaxNode) => string;

function comparison(expression: SyntaxNode, write: Write): string {
  const sign = comparisons[text(expression, 'type')];
  if (sign === undefined) throw new UntranslatableError(name(expression));
  return `(${write(node(expression, 'left'))} ${sign} ${write(node(expression, 'right'))})`;
}

function operator(expression: SyntaxNode, write: Write): string {
  const [first = '', ...rest] = nodes(expression, 'children').map(write);
  switch (text(expression, 'type')) {
    case 'OPERATOR_NOT':
      return `(NOT ${first})`;
    case 'OPERATOR_IS_NULL':
      return `(${first} IS NULL)`;
    case 'OPERATOR_IS_NOT_NULL':
      return `(${first} IS NOT NULL)`;
    case 'COMPARE_IN':
      return `(${first} IN (${rest.join(', ')}))`;
    case 'COMPARE_NOT_IN':
      return `(${first} NOT IN (${rest.join(', ')}))`;
    case 'OPERATOR_COALESCE':
      return `COALESCE(${[first, ...rest].join(', ')})`;
    default:
      throw new UntranslatableError(name(expression));
  }
}

function caseExpression(expression: SyntaxNode, write: Write): string {
  const branches = nodes(expression, 'case_checks').map(
    (check) => `WHEN ${write(node(check, 'when_expr'))} THEN ${write(node(check, 'then_expr'))}`,
  );
  return `CASE ${branches.join(' ')} ELSE ${write(node(expression, 'else_expr'))} END`;
}

function cast(expression: SyntaxNode, write: Write): string {
  if (expression.try_cast === true) throw new UntranslatableError('TRY_CAST');
  const castType = node(expression, 'cast_type');
  const info = optionalNode(castType, 'type_info');
  const id = text(castType, 'id');
  const child = node(expression, 'child');
  // DuckDB and PostgreSQL print floats, times and lists differently.
  if (id === 'VARCHAR' && text(child, 'class') !== 'CONSTANT') throw new UntranslatableError('CAST to VARCHAR');
  const type = postgresTypeFor(
    parseDuckType(id === 'DECIMAL' ? `DECIMAL(${Number(info?.width)},${Number(info?.scale)})` : id),
  );
  if ('refused' in type) throw new UntranslatableError(`CAST to ${id}`);
  return `CAST(${write(child)} AS ${renderPostgresType(type)})`;
}

function functionCall(expression: SyntaxNode, context: TranslationContext): string {
  const called = text(expression, 'function_name').toLowerCase();
  const children = nodes(expression, 'children');
  if (called === 'nextval') return nextValue(children, context);
  const args = children.map((child) => translateExpression(child, context));
  if (!isAggregate(called)) return writeScalar(called, args);
  if (nodes(node(expression, 'order_bys'), 'orders').length > 0)
    throw new UntranslatableError(`${called} with ORDER BY`);
  const filter = optionalNode(expression, 'filter');
  const where = filter ? ` FILTER (WHERE ${translateExpression(filter, context)})` : '';
  return `${windowName(called)}(${expression.distinct === true ? 'DISTINCT ' : ''}${args.join(', ') || '*'})${where}`;
}

function nextValue([sequence]: readonly SyntaxNode[], context: TranslationContext): string {
  const path = sequence && optionalNode(sequence, 'value')?.value;
  if (typeof path !== 'string') throw new UntranslatableError('nextval of an expression');
  const [first = '', second] = path.split('.');
  return `nextval(${quoteLiteral(second === undefined ? context.relation('main', first) : context.relation(first, second))})`;
}

function windowCall(expression: SyntaxNode, context: TranslationContext): string {
  const frameIsDefault =
    text(expression, 'start') === 'UNBOUNDED_PRECEDING' && text(expression, 'end') === 'CURRENT_ROW_RANGE';
  if (!frameIsDefault || expression.ignore_nulls === true || expression.distinct === true)
    throw new UntranslatableError('a window with a frame of its own');
  if (optionalNode(expression, 'filter_expr') || nodes(expression, 'arg_orders').length > 0)
    throw new UntranslatableError('a window function with FILTER or ORDER BY');
  const write = (child: SyntaxNode) => translateExpression(child, context);
  const extra = [optionalNode(expression, 'offset_expr'), optionalNode(expression, 'default_expr')].filter(
    (child) => child !== undefined,
  );
  const called = windowName(text(expression, 'function_name').toLowerCase());
  const args = [...nodes(expression, 'children'), ...extra].map(write).join(', ');
  const partitions = nodes(expression, 'partitions').map(write);
  const parts = [
    partitions.length > 0 ? `PARTITION BY ${partitions.join(', ')}` : '',
    orderBy(nodes(expression, 'orders'), context),
  ].filter((part) => part !== '');
  return `${called}(${args}) OVER (${parts.join(' ')})`;
}

/** An ORDER BY with DuckDB's default, NULLs last both ways, spelt out. Empty without orders. */
export function orderBy(orders: readonly SyntaxNode[], context: TranslationContext): string {
  if (orders.length === 0) return '';
  const keys = orders.map((order) => {
    const direction = text(order, 'type') === 'DESCENDING' ? 'DESC' : 'ASC';
    const nulls = text(order, 'null_order') === 'NULLS FIRST' ? 'NULLS FIRST' : 'NULLS LAST';
    return `${translateExpression(node(order, 'expression'), context)} ${direction} ${nulls}`;
  });
  return `ORDER BY ${keys.join(', ')}`;
}

function star(expression: SyntaxNode, context: TranslationContext): string {
  const plain = ['exclude_list', 'replace_list', 'rename_list'].every(
    (key) => !Array.isArray(expression[key]) || nodes(expression, key).length + texts(expression, key).length === 0,
  );
  if (!plain || expression.columns === true || optionalNode(expression, 'expr'))
    throw new UntranslatableError('* with EXCLUDE, REPLACE or COLUMNS');
  const relation = text(expression, 'relation_name');
  return relation === '' ? '*' : `${quoteIdentifier(context.spelling(relation))}.*`;
}
