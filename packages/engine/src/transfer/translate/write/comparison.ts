import type { DuckType } from '../../../catalog/index.ts';
import { UntranslatableError } from '../syntax-tree.ts';
import { cast, castTo } from './cast.ts';
import { constantOf } from './constant.ts';
import { familyOf, isNumber, ordered, types, type Family, type Typed } from './typed.ts';

/** Texts that stand for the same value of a type in both engines, so that a text beside such a value can be read as one. */
const readable: Partial<Record<Family, RegExp>> = {
  integer: /^-?\d{1,38}$/,
  decimal: /^-?\d{1,19}(\.\d{1,18})?$/,
  double: /^(-?\d{1,15}(\.\d{1,15})?|NaN|-?Infinity)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  timestamp: /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d{1,6})?)?$/,
  time: /^\d\d:\d\d:\d\d$/,
  boolean: /^(true|false)$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

/** A text constant takes the type of what it stands beside. */
function readAs(typed: Typed, beside: DuckType): Typed {
  if (typed.constant === undefined || typed.type.id !== 'VARCHAR') return typed;
  const family = familyOf(beside);
  if (family === 'text' || family === 'enum' || family === 'null') return typed;
  if (!readable[family]?.test(typed.constant))
    throw new UntranslatableError(`the text '${typed.constant}' where a ${beside.text} is meant`);
  return constantOf(beside, typed.constant);
}

/** The type that DuckDB compares values of two types as; undefined: each as it is. */
function meeting(left: DuckType, right: DuckType): DuckType | undefined {
  if (left.text === right.text) return undefined;
  const [one, other] = [familyOf(left), familyOf(right)];
  if (one === 'null' || other === 'null') return undefined;
  const both = new Set([one, other]);
  const are = (...wanted: Family[]) => [...both].every((family) => wanted.includes(family));
  if (are('integer', 'decimal')) return undefined;
  if (are('text', 'enum')) return types.text;
  if (both.has('double') && isNumber(left) && isNumber(right)) return types.double;
  if (are('date', 'timestamp')) return types.timestamp;
  if (are('boolean', 'integer')) return one === 'boolean' ? right : left;
  if (one === other && one === 'timestamp') return undefined;
  throw new UntranslatableError(`a comparison of ${left.text} with ${right.text}`);
}

const comparable: ReadonlySet<Family> = new Set([
  'integer',
  'decimal',
  'float',
  'double',
  'text',
  'boolean',
  'date',
  'timestamp',
  'instant',
  'time',
  'interval',
  'uuid',
  'blob',
  'enum',
  'null',
]);

/** Refuses a type whose values PostgreSQL does not put in DuckDB's order; `equality`: tells equal from unequal as DuckDB does. */
export function assertComparable(type: DuckType, equality = false): void {
  const list = equality && type.element !== undefined && type.id === 'LIST' && familyOf(type.element) !== 'list';
  if (!list && !comparable.has(familyOf(type))) throw new UntranslatableError(`a comparison of ${type.text}`);
}

/** Two values as PostgreSQL compares them like DuckDB. */
export function alike(left: Typed, right: Typed): [Typed, Typed] {
  const [one, other] = [readAs(left, right.type), readAs(right, left.type)];
  const common = meeting(one.type, other.type);
  return common ? [castTo(one, common), castTo(other, common)] : [one, other];
}

const signs: Readonly<Record<string, string>> = {
  COMPARE_EQUAL: '=',
  COMPARE_NOTEQUAL: '<>',
  COMPARE_LESSTHAN: '<',
  COMPARE_GREATERTHAN: '>',
  COMPARE_LESSTHANOREQUALTO: '<=',
  COMPARE_GREATERTHANOREQUALTO: '>=',
  COMPARE_DISTINCT_FROM: 'IS DISTINCT FROM',
  COMPARE_NOT_DISTINCT_FROM: 'IS NOT DISTINCT FROM',
};

export function signOf(type: string): string {
  const sign = signs[type];
  if (sign === undefined) throw new UntranslatableError(type);
  return sign;
}

/** `left sign right`. */
export function compare(left: Typed, right: Typed, type: string): string {
  const sign = signOf(type);
  const equality = (!sign.includes('<') && !sign.includes('>')) || sign === '<>';
  const [one, other] = alike(left, right);
  assertComparable(one.type, equality);
  assertComparable(other.type, equality);
  return `(${equality ? one.sql : ordered(one)} ${sign} ${other.sql})`;
}

/** `value IN (list)`. */
export function isIn(value: Typed, list: readonly Typed[]): string {
  const pairs = list.map((item) => alike(value, item));
  const [first] = pairs;
  if (first && pairs.every(([left]) => left.sql === first[0].sql)) {
    for (const [left, right] of pairs) [left, right].forEach(({ type }) => assertComparable(type, true));
    return `(${first[0].sql} IN (${pairs.map(([, right]) => right.sql).join(', ')}))`;
  }
  return `(${list.map((item) => compare(value, item, 'COMPARE_EQUAL')).join(' OR ')})`;
}

/** Each value as the type that DuckDB has found for them all. */
export function unified(values: readonly Typed[], type: DuckType): string[] {
  return values.map((value) => cast(readAs(value, type), type));
}
