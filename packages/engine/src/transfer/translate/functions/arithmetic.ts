import type { DuckType } from '../../../catalog/index.ts';
import { UntranslatableError } from '../syntax-tree.ts';
import { cast, castTo, powerOfTen, roundedDouble } from '../write/cast.ts';
import { familyOf, isNumber, targetType, types, type Typed } from '../write/typed.ts';
import { argument, assertFamily, constantArgument, takes, type Call, type Writer } from './writer.ts';

/** Decimals and whole numbers are both numbers of any length in PostgreSQL once one of them is numeric. */
function operand(typed: Typed, result: DuckType): string {
  if (familyOf(result) !== 'decimal') return cast(typed, result);
  if (familyOf(typed.type) === 'decimal') return typed.sql;
  assertInteger(typed);
  return targetType(typed.type) === 'numeric' || typed.constant !== undefined
    ? typed.sql
    : `CAST(${typed.sql} AS numeric)`;
}

function assertInteger(typed: Typed): void {
  if (familyOf(typed.type) !== 'integer')
    throw new UntranslatableError(`arithmetic of ${typed.type.text} with a decimal`);
}

const dated = new Set(['date', 'timestamp', 'instant', 'time', 'interval']);

/** `+`, `-` and `*` of numbers, dates and intervals. */
const arithmetic =
  (sign: '+' | '-' | '*'): Writer =>
  (call) => {
    const [left, right] = call.args;
    if (!left) throw new UntranslatableError(`${sign} without arguments`);
    if (!right) return sign === '-' ? negated(call, left) : left.sql;
    if (isNumber(call.result) && isNumber(left.type) && isNumber(right.type)) {
      assertScale(sign, call.result, left, right);
      return `(${operand(left, call.result)} ${sign} ${operand(right, call.result)})`;
    }
    return temporal(sign, call, left, right);
  };

/** DuckDB's unsigned numbers go round when they are negated. */
function negated(call: Call, of: Typed): string {
  if (call.result.id.startsWith('U')) throw new UntranslatableError(`- of ${of.type.text}`);
  assertFamily(call, of, 'integer', 'decimal', 'float', 'double', 'interval');
  return `(- ${of.sql})`;
}

/** PostgreSQL's numeric keeps all digits of a sum and a product; DuckDB's type must have room for them. */
function assertScale(sign: string, result: DuckType, left: Typed, right: Typed): void {
  if (familyOf(result) !== 'decimal') return;
  const [one, other] = [left.type.scale ?? 0, right.type.scale ?? 0];
  if (result.scale !== (sign === '*' ? one + other : Math.max(one, other)))
    throw new UntranslatableError(`${left.type.text} ${sign} ${right.type.text} as ${result.text}`);
}

function temporal(sign: string, call: Call, left: Typed, right: Typed): string {
  const [one, other] = [familyOf(left.type), familyOf(right.type)];
  if (sign === '-' && one === 'date' && other === 'date') return `CAST(${left.sql} - ${right.sql} AS int8)`;
  const steps = (days: Typed) => castTo(days, types.integer).sql;
  if (one === 'date' && other === 'integer' && sign !== '*') return `(${left.sql} ${sign} ${steps(right)})`;
  if (one === 'integer' && other === 'date' && sign === '+') return `(${right.sql} + ${steps(left)})`;
  if (one === 'interval' && other === 'integer' && sign === '*') return `(${left.sql} * ${cast(right, types.double)})`;
  const moved = sign !== '*' && dated.has(one) && dated.has(other) && one !== 'instant' && other !== 'instant';
  const moment = one === 'interval' ? other : one;
  if (
    moved &&
    (one === 'interval' || other === 'interval') &&
    (one !== 'interval' || sign === '+' || other === 'interval')
  ) {
    if (moment !== 'interval' && !['date', 'timestamp', 'time'].includes(moment)) return refuse(sign, left, right);
    return `(${left.sql} ${sign} ${right.sql})`;
  }
  if (sign === '-' && one === 'timestamp' && other === 'timestamp') return `(${left.sql} - ${right.sql})`;
  return refuse(sign, left, right);
}

function refuse(sign: string, left: Typed, right: Typed): never {
  throw new UntranslatableError(`${left.type.text} ${sign} ${right.type.text}`);
}

/** What a division by zero gives: infinity with the dividend's sign (and the zero's), NaN for 0 / 0. */
function overZero(dividend: string, divisor: Typed): string {
  const isFloat = familyOf(divisor.type) === 'double';
  const infinity = isFloat
    ? `CASE CAST(${divisor.sql} AS text) WHEN '-0' THEN CAST('-Infinity' AS float8) ELSE CAST('Infinity' AS float8) END`
    : `CAST('Infinity' AS float8)`;
  return `${dividend} * ${infinity}`;
}

/** Always DOUBLE in DuckDB. */
const divide: Writer = (call) => {
  const [left, right] = [argument(call, 0), argument(call, 1)];
  if (call.result.id !== 'DOUBLE' || !isNumber(left.type) || !isNumber(right.type)) return refuse('/', left, right);
  const [dividend, divisor] = [cast(left, types.double), cast(right, types.double)];
  if (right.constant !== undefined && Number(right.constant) !== 0) return `(${dividend} / ${divisor})`;
  return `CASE WHEN ${right.sql} = 0 THEN ${overZero(dividend, right)} ELSE ${dividend} / ${divisor} END`;
};

/** Not whole for floats, whatever its name says: an ordinary division. NULL by zero. */
const divideWhole: Writer = (call) => {
  const [left, right] = [castTo(argument(call, 0), call.result), castTo(argument(call, 1), call.result)];
  if (!['integer', 'double'].includes(familyOf(call.result))) return refuse('//', left, right);
  const divisor = `NULLIF(${right.sql}, 0)`;
  return targetType(call.result) === 'numeric' ? `div(${left.sql}, ${divisor})` : `(${left.sql} / ${divisor})`;
};

const remainder: Writer = (call) => {
  takes(call, 2);
  const [left, right] = [argument(call, 0), argument(call, 1)];
  if (!['integer', 'decimal'].includes(familyOf(call.result))) return refuse('%', left, right);
  const rest = `(${operand(left, call.result)} % NULLIF(${operand(right, call.result)}, 0))`;
  return familyOf(call.result) === 'decimal' ? `CAST(${rest} AS ${targetType(call.result)})` : rest;
};

/** Digits after the point that a call rounds to. */
function digits(call: Call): number {
  return call.args.length > 1 ? Number(constantArgument(call, 1)) : 0;
}

const round: Writer = (call) => {
  takes(call, 1, 2);
  const value = argument(call, 0);
  const places = digits(call);
  assertFamily(call, value, 'integer', 'decimal', 'double');
  if (familyOf(value.type) === 'double') {
    const factor = powerOfTen(Math.max(places, 0));
    if (places === 0) return `CAST(${roundedDouble(value.sql)} AS float8)`;
    if (places < 0) throw new UntranslatableError('round of a DOUBLE to tens');
    return `(CAST(${roundedDouble(`(${value.sql} * ${factor})`)} AS float8) / ${factor})`;
  }
  if (familyOf(value.type) === 'integer' && places >= 0) return value.sql;
  return `CAST(round(CAST(${value.sql} AS numeric), ${places}) AS ${targetType(call.result)})`;
};

const toWhole =
  (name: 'floor' | 'ceil' | 'trunc'): Writer =>
  (call) => {
    takes(call, ...(name === 'trunc' ? [1, 2] : [1]));
    const value = argument(call, 0);
    assertFamily(call, value, 'integer', 'decimal', 'double');
    if (call.args.length === 2 && familyOf(value.type) !== 'decimal')
      throw new UntranslatableError(`trunc of ${value.type.text} to digits`);
    if (familyOf(value.type) === 'decimal')
      return `CAST(${name}(${[value.sql, ...(call.args.length === 2 ? [digits(call)] : [])].join(', ')}) AS ${targetType(call.result)})`;
    return familyOf(value.type) === 'integer' ? cast(value, call.result) : `${name}(${value.sql})`;
  };

const keepsType =
  (name: string): Writer =>
  (call) => {
    takes(call, 1);
    const value = argument(call, 0);
    assertFamily(call, value, 'integer', 'decimal', 'double', 'float');
    return `${name}(${value.sql})`;
  };

const sign: Writer = (call) => {
  const value = argument(call, 0);
  assertFamily(call, value, 'integer', 'decimal', 'double');
  const of = `CAST(sign(${cast(value, types.double)}) AS int2)`;
  // DuckDB's sign of NaN is 0.
  return familyOf(value.type) === 'double' ? `CASE WHEN ${value.sql} = 'NaN' THEN CAST(0 AS int2) ELSE ${of} END` : of;
};

/** Where DuckDB gives infinity or NaN for what is out of range, PostgreSQL says that it is. */
const power: Writer = (call) => {
  takes(call, 2);
  const exponent = constantArgument(call, 1);
  if (!(Number(exponent) > 0)) throw new UntranslatableError(`${call.name} to the power of ${exponent}`);
  return `power(${cast(argument(call, 0), types.double)}, ${cast(argument(call, 1), types.double)})`;
};

const ofDouble =
  (name: string): Writer =>
  (call) => {
    takes(call, 1);
    assertFamily(call, argument(call, 0), 'integer', 'decimal', 'double', 'float');
    return `${name}(${cast(argument(call, 0), types.double)})`;
  };

/** Whole numbers as bits: negative ones in the same two's complement. */
const bits =
  (operator: string): Writer =>
  (call) => {
    if (
      !['int2', 'int4', 'int8'].includes(targetType(call.result)) ||
      call.result.id.startsWith('U') ||
      call.result.id === 'TINYINT'
    )
      throw new UntranslatableError(`${call.name} of ${call.result.text}`);
    const parts = call.args.map((arg) => cast(arg, call.result));
    return parts.length === 1 ? `(${operator} ${parts[0]})` : `(${parts.join(` ${operator} `)})`;
  };

export const arithmeticFunctions: Readonly<Record<string, Writer>> = {
  '+': arithmetic('+'),
  add: arithmetic('+'),
  '-': arithmetic('-'),
  subtract: arithmetic('-'),
  '*': arithmetic('*'),
  multiply: arithmetic('*'),
  '/': divide,
  '//': divideWhole,
  '%': remainder,
  mod: remainder,
  abs: keepsType('abs'),
  '@': keepsType('abs'),
  round,
  floor: toWhole('floor'),
  ceil: toWhole('ceil'),
  ceiling: toWhole('ceil'),
  trunc: toWhole('trunc'),
  sign,
  sqrt: ofDouble('sqrt'),
  ln: ofDouble('ln'),
  log: ofDouble('log'),
  log10: ofDouble('log'),
  exp: ofDouble('exp'),
  '**': power,
  '^': power,
  pow: power,
  power,
  pi: () => 'pi()',
  '&': bits('&'),
  '|': bits('|'),
  xor: bits('#'),
  '~': bits('~'),
};
