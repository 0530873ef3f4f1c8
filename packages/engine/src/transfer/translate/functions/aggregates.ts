import { quoteLiteral } from '../../../base/index.ts';
import { UntranslatableError } from '../syntax-tree.ts';
import { cast } from '../write/cast.ts';
import { assertComparable } from '../write/comparison.ts';
import { familyOf, isNumber, ordered, targetType, types, type Typed } from '../write/typed.ts';
import { argument, assertFamily, constantArgument, takes, type Call } from './writer.ts';

/** What stands around an aggregate's arguments; each empty if there is none. */
export interface Gathering {
  readonly distinct: '' | 'DISTINCT ';
  /** `ORDER BY ...`. */
  readonly orderBy: string;
  /** The condition of FILTER. */
  readonly filter: string;
  /** `OVER (...)`, of a window. */
  readonly over?: string;
}

type AggregateWriter = (call: Call, gathering: Gathering) => string;

/** What follows the arguments: FILTER, with a condition of our own if need be, and OVER. */
function tail({ filter, over }: Gathering, ...conditions: readonly string[]): string {
  const all = [...conditions, filter].filter((condition) => condition !== '');
  const where = all.length === 0 ? '' : ` FILTER (WHERE ${all.join(' AND ')})`;
  return over === undefined ? where : `${where} ${over}`;
}

function gather(name: string, args: readonly string[], gathering: Gathering): string {
  const order = gathering.orderBy === '' ? '' : ` ${gathering.orderBy}`;
  return `${name}(${gathering.distinct}${args.join(', ')}${order})${tail(gathering)}`;
}

/** The aggregates' order of values cannot be seen in a sum or a count. */
const unordered = (gathering: Gathering): Gathering => ({ ...gathering, orderBy: '' });

const count: AggregateWriter = (call, gathering) => {
  takes(call, 0, 1);
  return gather('count', call.args.length === 0 ? ['*'] : [argument(call, 0).sql], unordered(gathering));
};

const countIf: AggregateWriter = (call, gathering) => {
  const condition = argument(call, 0);
  assertFamily(call, condition, 'boolean');
  if (gathering.distinct !== '') throw new UntranslatableError(`${call.name} of DISTINCT values`);
  return `CAST(count(*)${tail(gathering, condition.sql)} AS ${targetType(call.result)})`;
};

const sum: AggregateWriter = (call, gathering) => {
  takes(call, 1);
  const value = argument(call, 0);
  assertFamily(call, value, 'integer', 'decimal', 'double', 'float', 'boolean');
  const plain =
    familyOf(value.type) === 'boolean' || familyOf(value.type) === 'float' || targetType(value.type) === 'int2';
  const term = plain ? cast(value, familyOf(value.type) === 'float' ? types.double : types.integer) : value.sql;
  const total = gather('sum', [term], unordered(gathering));
  return familyOf(value.type) === 'double' || familyOf(value.type) === 'float' || familyOf(value.type) === 'decimal'
    ? total
    : `CAST(${total} AS numeric)`;
};

/**
 * A DOUBLE in DuckDB. The exact quotient is worked out to 40 digits and becomes the nearest DOUBLE; DuckDB's goes by way of an
 * 80-bit float on some machines, and can then differ in the last binary digit.
 */
const average: AggregateWriter = (call, gathering) => {
  takes(call, 1);
  const value = argument(call, 0);
  assertFamily(call, value, 'integer', 'decimal', 'double', 'float');
  if (['double', 'float'].includes(familyOf(value.type)))
    return gather('avg', [cast(value, types.double)], unordered(gathering));
  const of = (name: string) => gather(name, [value.sql], unordered(gathering));
  return `CAST(CAST(${of('sum')} AS numeric) * 1.${'0'.repeat(40)} / NULLIF(${of('count')}, 0) AS float8)`;
};

const extremes: Readonly<Record<string, string>> = { min: 'bool_and', max: 'bool_or' };

const extreme: AggregateWriter = (call, gathering) => {
  takes(call, 1);
  const value = argument(call, 0);
  assertFamily(
    call,
    value,
    'integer',
    'decimal',
    'double',
    'float',
    'text',
    'date',
    'timestamp',
    'instant',
    'time',
    'enum',
    'boolean',
  );
  const boolean = familyOf(value.type) === 'boolean';
  return gather((boolean ? extremes[call.name] : undefined) ?? call.name, [ordered(value)], unordered(gathering));
};

const ofBooleans: AggregateWriter = (call, gathering) => {
  assertFamily(call, argument(call, 0), 'boolean');
  return gather(call.name, [argument(call, 0).sql], unordered(gathering));
};

const list: AggregateWriter = (call, gathering) => {
  takes(call, 1);
  targetType(call.result);
  const value = argument(call, 0);
  return gather('array_agg', [gathering.distinct === '' ? value.sql : ordered(value)], gathering);
};

const textList: AggregateWriter = (call, gathering) => {
  takes(call, 1, 2);
  const separator = call.args.length === 2 ? constantArgument(call, 1) : ',';
  const value = { sql: cast(argument(call, 0), types.text), type: types.text };
  // DISTINCT wants the very expression that is sorted by.
  const written = gathering.distinct === '' ? value.sql : ordered(value);
  return gather('string_agg', [written, quoteLiteral(separator)], gathering);
};

/** The first value in the order that is asked for. */
const first: AggregateWriter = (call, gathering) => {
  const { distinct, orderBy } = gathering;
  takes(call, 1);
  if (orderBy === '' || distinct !== '')
    throw new UntranslatableError(`${call.name} without ORDER BY, which takes any row's value`);
  return `(array_agg(${argument(call, 0).sql} ${orderBy})${tail(gathering)})[1]`;
};

const any: AggregateWriter = (call, gathering) => {
  takes(call, 1);
  const value = argument(call, 0).sql;
  if (gathering.orderBy === '') return gather('any_value', [value], { ...gathering, distinct: '' });
  return `(array_agg(${value} ${gathering.orderBy})${tail(gathering, `${value} IS NOT NULL`)})[1]`;
};

/** The value that stands beside the least or the greatest; rows without one or the other do not count. */
const beside =
  (direction: 'ASC' | 'DESC'): AggregateWriter =>
  (call, gathering) => {
    const { distinct, orderBy } = gathering;
    takes(call, 2);
    const [value, by] = [argument(call, 0), argument(call, 1)];
    assertComparable(by.type);
    if (distinct !== '' || orderBy !== '' || gathering.over !== undefined)
      throw new UntranslatableError(`${call.name} with DISTINCT, ORDER BY or a window`);
    const present = tail(gathering, `${value.sql} IS NOT NULL`, `${by.sql} IS NOT NULL`);
    return `(array_agg(${value.sql} ORDER BY ${ordered(by)} ${direction})${present})[1]`;
  };

/** Statistics of floats: PostgreSQL adds the squares up in another way, so that the last digits can differ. */
const statistic =
  (name: string, args: number): AggregateWriter =>
  (call, gathering) => {
    takes(call, args);
    const values = call.args.map((arg) => (isNumber(arg.type) ? cast(arg, types.double) : refuse(call, arg)));
    return gather(name, values, unordered(gathering));
  };

function refuse(call: Call, of: Typed): never {
  throw new UntranslatableError(`${call.name} of ${of.type.text}`);
}

/** The middle value, or the point between two. */
const quantile =
  (fixed?: string): AggregateWriter =>
  (call, gathering) => {
    const value = argument(call, 0);
    if (gathering.distinct !== '') throw new UntranslatableError(`${call.name} of DISTINCT values`);
    if (gathering.over !== undefined) throw new UntranslatableError(`${call.name} in a window`);
    assertFamily(call, value, 'integer', 'double');
    const fraction = fixed ?? constantArgument(call, 1);
    return `percentile_cont(${fraction}) WITHIN GROUP (ORDER BY ${cast(value, types.double)})${tail(gathering)}`;
  };

const bits: AggregateWriter = (call, gathering) => {
  if (!['SMALLINT', 'INTEGER', 'BIGINT'].includes(argument(call, 0).type.id)) return refuse(call, argument(call, 0));
  return gather(call.name, [argument(call, 0).sql], unordered(gathering));
};

const aggregates: Readonly<Record<string, AggregateWriter>> = {
  count,
  count_star: count,
  count_if: countIf,
  countif: countIf,
  sum,
  avg: average,
  mean: average,
  min: extreme,
  max: extreme,
  bool_and: ofBooleans,
  bool_or: ofBooleans,
  list,
  array_agg: list,
  string_agg: textList,
  listagg: textList,
  group_concat: textList,
  first,
  arbitrary: first,
  any_value: any,
  arg_min: beside('ASC'),
  argmin: beside('ASC'),
  min_by: beside('ASC'),
  arg_max: beside('DESC'),
  argmax: beside('DESC'),
  max_by: beside('DESC'),
  stddev: statistic('stddev_samp', 1),
  stddev_samp: statistic('stddev_samp', 1),
  stddev_pop: statistic('stddev_pop', 1),
  variance: statistic('var_samp', 1),
  var_samp: statistic('var_samp', 1),
  var_pop: statistic('var_pop', 1),
  corr: statistic('corr', 2),
  covar_pop: statistic('covar_pop', 2),
  covar_samp: statistic('covar_samp', 2),
  median: quantile('0.5'),
  quantile_cont: quantile(),
  bit_and: bits,
  bit_or: bits,
  bit_xor: bits,
};

/** True of a function that gathers rows. */
export function isAggregate(name: string): boolean {
  return Object.hasOwn(aggregates, name);
}

/** PostgreSQL's SQL of an aggregate. @throws UntranslatableError for one that is not on the list */
export function writeAggregate(call: Call, gathering: Gathering): string {
  const writer = Object.hasOwn(aggregates, call.name) ? aggregates[call.name] : undefined;
  if (!writer) throw new UntranslatableError(`aggregate ${call.name}`);
  return writer(call, gathering);
}
