import { isAggregate, writeAggregate } from '../functions/index.ts';
import { node, nodes, optionalNode, text, UntranslatableError, type SyntaxNode } from '../syntax-tree.ts';
import { cast, castTo } from './cast.ts';
import { condition, orderBy, write, type Knowledge } from './expression.ts';
import { familyOf, types } from './typed.ts';

/** The functions of rows' places, by the name that the parser gives their kind; with the names that PostgreSQL knows them by. */
const places: Readonly<Record<string, string>> = {
  WINDOW_ROW_NUMBER: 'row_number',
  WINDOW_RANK: 'rank',
  WINDOW_RANK_DENSE: 'dense_rank',
  WINDOW_PERCENT_RANK: 'percent_rank',
  WINDOW_CUME_DIST: 'cume_dist',
  WINDOW_NTILE: 'ntile',
  WINDOW_LAG: 'lag',
  WINDOW_LEAD: 'lead',
  WINDOW_FIRST_VALUE: 'first_value',
  WINDOW_LAST_VALUE: 'last_value',
  WINDOW_NTH_VALUE: 'nth_value',
};

/** A window function's call. @throws UntranslatableError that names what is not on the list */
export function windowCall(expression: SyntaxNode, known: Knowledge): string {
  const called = text(expression, 'function_name').toLowerCase();
  if (expression.ignore_nulls === true) throw new UntranslatableError(`${called} with IGNORE NULLS`);
  if (expression.distinct === true) throw new UntranslatableError(`${called} of DISTINCT values in a window`);
  if (nodes(expression, 'arg_orders').length > 0) throw new UntranslatableError(`${called} with ORDER BY in a window`);
  const aggregate = text(expression, 'type') === 'WINDOW_AGGREGATE';
  const partitions = nodes(expression, 'partitions').map((part) => write(part, known).sql);
  const parts = [
    partitions.length > 0 ? `PARTITION BY ${partitions.join(', ')}` : '',
    orderBy(nodes(expression, 'orders'), known),
    frame(expression, known),
  ].filter((part) => part !== '');
  const over = `OVER (${parts.join(' ')})`;
  return aggregate ? overAggregate(called, expression, known, over) : placeFunction(called, expression, known, over);
}

/** The OVER belongs to the aggregate itself, inside the casts around it. */
function overAggregate(called: string, expression: SyntaxNode, known: Knowledge, over: string): string {
  const args = nodes(expression, 'children').map((child) => write(child, known));
  const filter = optionalNode(expression, 'filter_expr');
  if (!isAggregate(called)) throw new UntranslatableError(`window function ${called}`);
  const call = { name: called, args, result: known.typeOf(expression), alphabet: known.alphabet };
  return writeAggregate(call, { distinct: '', orderBy: '', filter: filter ? condition(filter, known) : '', over });
}

function placeFunction(called: string, expression: SyntaxNode, known: Knowledge, over: string): string {
  const name = places[text(expression, 'type')];
  if (name === undefined || optionalNode(expression, 'filter_expr'))
    throw new UntranslatableError(`window function ${called}`);
  const result = known.typeOf(expression);
  const args = nodes(expression, 'children').map((child) => write(child, known));
  const count = (key: string) => {
    const child = optionalNode(expression, key);
    return child ? [castTo(write(child, known), types.integer).sql] : [];
  };
  const fallback = optionalNode(expression, 'default_expr');
  const [value, second] = args;
  switch (name) {
    case 'ntile':
      return `CAST(ntile(${value ? castTo(value, types.integer).sql : ''}) ${over} AS int8)`;
    case 'nth_value':
      return `nth_value(${value?.sql}, ${second ? castTo(second, types.integer).sql : ''}) ${over}`;
    case 'lag':
    case 'lead': {
      const offset = fallback && count('offset_expr').length === 0 ? ['1'] : count('offset_expr');
      return `${name}(${[value ? cast(value, result) : '', ...offset, ...(fallback ? [cast(write(fallback, known), result)] : [])].join(', ')}) ${over}`;
    }
    default:
      return `${name}(${args.map(({ sql }) => sql).join(', ')}) ${over}`;
  }
}

const bounds: Readonly<Record<string, string>> = {
  UNBOUNDED_PRECEDING: 'UNBOUNDED PRECEDING',
  UNBOUNDED_FOLLOWING: 'UNBOUNDED FOLLOWING',
  CURRENT_ROW: 'CURRENT ROW',
};

/** The frame; empty for the one that both engines take if none is written. */
function frame(expression: SyntaxNode, known: Knowledge): string {
  const [start, end] = [text(expression, 'start'), text(expression, 'end')];
  const exclude = text(expression, 'exclude_clause');
  const excluded = exclude === 'NO_OTHER' || exclude === '' ? '' : ` EXCLUDE ${exclude.replace('_', ' ')}`;
  if (start === 'UNBOUNDED_PRECEDING' && end === 'CURRENT_ROW_RANGE' && excluded === '') return '';
  const unit = /_(ROWS|RANGE|GROUPS)$/;
  const mode = (unit.exec(start) ?? unit.exec(end))?.[1] ?? 'ROWS';
  const bound = (kind: string, key: string) => {
    const plain = kind.replace(unit, '');
    const fixed = bounds[plain];
    if (fixed !== undefined) return fixed;
    return `${distance(expression, key, mode, known)} ${plain.endsWith('PRECEDING') ? 'PRECEDING' : 'FOLLOWING'}`;
  };
  return `${mode} BETWEEN ${bound(start, 'start_expr')} AND ${bound(end, 'end_expr')}${excluded}`;
}

/** Rows and groups are counted; a range's distance is of the order key's kind. */
function distance(expression: SyntaxNode, key: string, mode: string, known: Knowledge): string {
  const value = write(node(expression, key), known);
  if (mode !== 'RANGE') return castTo(value, types.bigint).sql;
  const [order] = nodes(expression, 'orders');
  const by = order && write(node(order, 'expression'), known).type;
  if (by && familyOf(by) === familyOf(value.type)) return castTo(value, by).sql;
  if (by && ['date', 'timestamp'].includes(familyOf(by)) && familyOf(value.type) === 'interval') return value.sql;
  if (by && familyOf(by) === 'decimal' && familyOf(value.type) === 'integer') return `CAST(${value.sql} AS numeric)`;
  throw new UntranslatableError(`a RANGE of ${value.type.text} over ${by?.text ?? 'nothing'}`);
}
