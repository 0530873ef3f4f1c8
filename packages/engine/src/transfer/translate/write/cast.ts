import type { DuckType } from '../../../catalog/index.ts';
import { UntranslatableError } from '../syntax-tree.ts';
import { castToText } from './cast-to-text.ts';
import { familyOf, targetType, type Family, type Typed } from './typed.ts';

type Rule = (from: Typed, to: DuckType) => string;

const plain: Rule = ({ sql }, to) => `CAST(${sql} AS ${targetType(to)})`;
const same: Rule = ({ sql }) => sql;
/** PostgreSQL casts booleans to int4 and to nothing else. */
const ofBoolean: Rule = ({ sql }, to) =>
  targetType(to) === 'int4' ? `CAST(${sql} AS int4)` : `CAST(CAST(${sql} AS int4) AS ${targetType(to)})`;
/** DuckDB reads `1.5` and `1e2` as whole numbers too, rounding halves away from zero. */
const textToInteger: Rule = ({ sql }, to) => `CAST(round(CAST(${sql} AS numeric)) AS ${targetType(to)})`;

/** PostgreSQL's own cast keeps 15 digits; this one scales and rounds the float as DuckDB does. */
const doubleToDecimal: Rule = ({ sql }, to) => {
  const scale = to.scale ?? 0;
  if ((to.precision ?? 38) > 15) throw new UntranslatableError(`CAST of DOUBLE to ${to.text}`);
  return `CAST(${roundedDouble(`(${sql} * ${powerOfTen(scale)})`)} * 1e-${scale} AS ${targetType(to)})`;
};

/**
 * DuckDB divides the decimal's whole number by a power of ten where a DOUBLE holds that number exactly, and adds the part
 * after the point to the one before it elsewhere. Up to 15 digits both give the nearest DOUBLE.
 */
const decimalToDouble: Rule = ({ sql, type }) => {
  const scale = type.scale ?? 0;
  if ((type.precision ?? 38) <= 15 || scale === 0) return `CAST(${sql} AS float8)`;
  const unscaled = (part: string) => `CAST(${part} * 1e${scale} AS float8) / ${powerOfTen(scale)}`;
  return `CASE WHEN abs(${sql}) * 1e${scale} <= 9007199254740992 THEN ${unscaled(sql)} ELSE CAST(trunc(${sql}) AS float8) + ${unscaled(`(${sql} - trunc(${sql}))`)} END`;
};

/** `make_date` refuses whatever else DuckDB might read as a date; nothing is misread. */
const textToDate: Rule = ({ sql }) => {
  const part = (at: number) => `CAST(split_part(${sql}, '-', ${at}) AS int4)`;
  return `make_date(${part(1)}, ${part(2)}, ${part(3)})`;
};

/** An instant's text with its offset; one without would follow the session's zone. */
const textToInstant: Rule = (from, to) =>
  /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d(:?\d\d)?)$/.test(from.constant ?? '')
    ? plain(from, to)
    : refuse(from, to);

const listToList: Rule = (from, to) => {
  const [element, wanted] = [from.type.element, to.element];
  const simple =
    element && wanted && (element.id === 'NULL' || (familyOf(element) === 'integer' && familyOf(wanted) === 'integer'));
  return simple ? plain(from, to) : refuse(from, to);
};

const refuse: Rule = ({ type }, to) => {
  throw new UntranslatableError(`CAST of ${type.text} to ${to.text}`);
};

/** By the family that is cast to, then by the one that is cast from. */
const rules: Partial<Record<Family, Partial<Record<Family, Rule>>>> = {
  integer: {
    integer: ({ sql, type }, to) => (targetType(type) === targetType(to) ? sql : `CAST(${sql} AS ${targetType(to)})`),
    decimal: (from, to) => (targetType(to) === 'numeric' ? `round(${from.sql})` : plain(from, to)),
    double: (from, to) => (targetType(to) === 'numeric' ? refuse(from, to) : plain(from, to)),
    boolean: ofBoolean,
    text: textToInteger,
  },
  decimal: { integer: plain, decimal: plain, double: doubleToDecimal, boolean: ofBoolean, text: plain },
  double: { integer: plain, decimal: decimalToDouble, float: plain, boolean: ofBoolean, text: plain },
  float: {
    integer: (from, to) => (targetType(from.type) === 'numeric' ? refuse(from, to) : plain(from, to)),
    double: plain,
    text: plain,
  },
  boolean: { integer: ({ sql }) => `(${sql} <> 0)`, text: plain },
  date: { timestamp: plain, text: textToDate },
  timestamp: {
    date: plain,
    timestamp: (from, to) => (to.id === 'TIMESTAMP' ? from.sql : refuse(from, to)),
  },
  instant: { text: textToInstant },
  time: { timestamp: plain },
  uuid: { text: plain },
  list: { list: listToList },
  text: {
    text: same,
    integer: castToText,
    decimal: castToText,
    double: castToText,
    boolean: castToText,
    date: castToText,
    timestamp: castToText,
    uuid: castToText,
    enum: castToText,
  },
};

/** PostgreSQL's text of an expression cast to another type of DuckDB, to the same value. @throws UntranslatableError naming the cast */
export function cast(from: Typed, to: DuckType): string {
  if (from.type.text === to.text) return from.sql;
  if (from.type.id === 'NULL') return `CAST(NULL AS ${targetType(to)})`;
  const rule = rules[familyOf(to)]?.[familyOf(from.type)] ?? refuse;
  return rule(from, to);
}

/** The expression as one of another type. */
export function castTo(from: Typed, to: DuckType): Typed {
  return { ...(from.type.text === to.text ? from : {}), sql: cast(from, to), type: to };
}

/** A power of ten as DuckDB's table of them has it: the nearest DOUBLE. */
export function powerOfTen(exponent: number): string {
  return `CAST('1e${exponent}' AS float8)`;
}

/**
 * A float rounded to a whole number, halves away from zero, as numeric. The shortest text of a float stands on the same side
 * of a half as the float itself, because a half is a float too.
 */
export function roundedDouble(sql: string): string {
  return `round(CAST(CAST(${sql} AS text) AS numeric))`;
}
