import type { DuckType } from '../../../catalog/index.ts';
import { UntranslatableError } from '../syntax-tree.ts';
import { cast, castTo } from '../write/cast.ts';
import { alike, assertComparable, unified } from '../write/comparison.ts';
import { familyOf, ordered, targetType, types, type Typed } from '../write/typed.ts';
import { writeAggregate } from './aggregates.ts';
import { nestedFunctions } from './nested.ts';
import { argument, bigint, constantArgument, integerArgument, takes, type Call, type Writer } from './writer.ts';

/** The type of a list's elements. @throws UntranslatableError for a list that is no array of scalars in PostgreSQL */
export function elementOf(list: DuckType): DuckType {
  if (list.id !== 'LIST' || !list.element || !targetType(list).endsWith('[]'))
    throw new UntranslatableError(`a list of type ${list.text}`);
  return list.element;
}

function listArgument(call: Call, index: number): Typed {
  const value = argument(call, index);
  elementOf(value.type);
  return value;
}

const construct: Writer = (call) => {
  const element = elementOf(call.result);
  return `CAST(ARRAY[${unified(call.args, element).join(', ')}] AS ${targetType(call.result)})`;
};

/** Negative places count from the end; there is no place 0. */
const extract: Writer = (call) => {
  takes(call, 2);
  const of = listArgument(call, 0);
  const at = integerArgument(call, 1);
  const known = argument(call, 1).constant;
  if (known === undefined)
    return `(${of.sql})[CASE WHEN ${at} < 0 THEN cardinality(${of.sql}) + 1 + ${at} ELSE ${at} END]`;
  return Number(known) < 0 ? `(${of.sql})[cardinality(${of.sql}) + 1 + ${at}]` : `(${of.sql})[${at}]`;
};

const slice: Writer = (call) => {
  takes(call, 3);
  const bounds = [1, 2].map((index) => Number(constantArgument(call, index)));
  if (bounds.some((bound) => bound < 1)) throw new UntranslatableError('a slice that does not count from the front');
  return `(${listArgument(call, 0).sql})[${bounds.join(':')}]`;
};

/** The value as the list's elements are. */
function sought(call: Call, of: Typed, index: number): string {
  const element = elementOf(of.type);
  const value = argument(call, index);
  const [, right] = alike({ sql: '', type: element }, value);
  assertComparable(element, true);
  return cast(right, element);
}

/** A NULL in the list is not looked at. */
const contains: Writer = (call) => {
  takes(call, 2);
  const of = listArgument(call, 0);
  const value = sought(call, of, 1);
  return `CASE WHEN ${of.sql} IS NOT NULL AND ${value} IS NOT NULL THEN array_position(${of.sql}, ${value}) IS NOT NULL END`;
};

/** A missing list is an empty one here, where `||` makes the whole NULL. */
const concat: Writer = (call) => {
  elementOf(call.result);
  return `(${call.args.map((arg) => `coalesce(${castTo(arg, call.result).sql}, '{}')`).join(' || ')})`;
};

const sort =
  (fallback: 'ASC' | 'DESC'): Writer =>
  (call) => {
    takes(call, 1, 2, 3);
    const direction =
      call.args.length > 1
        ? constantArgument(call, 1).toUpperCase().replace('ORDER_DEFAULT', fallback).replace('ENDING', '')
        : fallback;
    const nulls =
      call.args.length > 2
        ? constantArgument(call, 2).toUpperCase().replace('ORDER_DEFAULT', 'NULLS LAST')
        : 'NULLS LAST';
    const known = /^(ASC|DESC)$/.test(direction) && /^NULLS (FIRST|LAST)$/.test(nulls);
    if (!known) throw new UntranslatableError(`${call.name} by ${direction} ${nulls}`);
    const of = listArgument(call, 0);
    const element = elementOf(of.type);
    assertComparable(element);
    const key = ordered({ sql: 'element', type: element });
    return `CASE WHEN ${of.sql} IS NOT NULL THEN ARRAY(SELECT element FROM unnest(${of.sql}) AS list(element) ORDER BY ${key} ${direction} ${nulls}) END`;
  };

/** An aggregate of a list's elements. */
const gathered =
  (name?: string): Writer =>
  (call) => {
    const of = listArgument(call, 0);
    const called = name ?? constantArgument(call, 1);
    const element: Typed = { sql: 'element', type: elementOf(of.type) };
    const aggregate = writeAggregate(
      { ...call, name: called, args: [element] },
      { distinct: '', orderBy: '', filter: '' },
    );
    return `CASE WHEN ${of.sql} IS NOT NULL THEN (SELECT ${aggregate} FROM unnest(${of.sql}) AS list(element)) END`;
  };

const toText: Writer = (call) => {
  takes(call, 2);
  const of = listArgument(call, 0);
  if (!['integer', 'text'].includes(familyOf(elementOf(of.type))))
    throw new UntranslatableError(`${call.name} of ${of.type.text}`);
  const joined = `array_to_string(${of.sql}, ${cast(argument(call, 1), types.text)})`;
  return `CASE WHEN cardinality(${of.sql}) > 0 AND cardinality(array_remove(${of.sql}, NULL)) = 0 THEN NULL ELSE ${joined} END`;
};

export const listFunctions: Readonly<Record<string, Writer>> = {
  ...nestedFunctions,
  list_value: construct,
  list_pack: construct,
  list_extract: extract,
  list_element: extract,
  array_extract: extract,
  array_slice: slice,
  list_slice: slice,
  list_contains: contains,
  list_has: contains,
  array_contains: contains,
  array_has: contains,
  array_length: (call) => {
    takes(call, 1);
    return bigint(`cardinality(${listArgument(call, 0).sql})`);
  },
  list_concat: concat,
  list_cat: concat,
  array_concat: concat,
  list_append: (call) => `array_append(${listArgument(call, 0).sql}, ${sought(call, listArgument(call, 0), 1)})`,
  array_append: (call) => `array_append(${listArgument(call, 0).sql}, ${sought(call, listArgument(call, 0), 1)})`,
  list_sort: sort('ASC'),
  array_sort: sort('ASC'),
  list_reverse_sort: sort('DESC'),
  list_aggregate: gathered(),
  list_aggr: gathered(),
  array_aggr: gathered(),
  list_sum: gathered('sum'),
  list_min: gathered('min'),
  list_max: gathered('max'),
  list_avg: gathered('avg'),
  list_count: gathered('count'),
  array_to_string: toText,
  unnest: (call) => {
    takes(call, 1);
    return `unnest(${listArgument(call, 0).sql})`;
  },
};
