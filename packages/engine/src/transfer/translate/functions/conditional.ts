import { alike, assertComparable, unified } from '../write/comparison.ts';
import { familyOf, ordered, type Typed } from '../write/typed.ts';
import { argument, assertFamily, takes, type Writer } from './writer.ts';

/** `greatest` and `least` leave NULLs out in both engines, and put NaN above all numbers. */
const extreme =
  (name: string): Writer =>
  (call) => {
    const parts = unified(call.args, call.result);
    assertComparable(call.result);
    return `${name}(${parts.map((sql) => ordered({ sql, type: call.result })).join(', ')})`;
  };

const nullIf: Writer = (call) => {
  takes(call, 2);
  const [value, other] = [argument(call, 0), argument(call, 1)];
  const [left, right] = alike(value, other);
  [left, right].forEach(({ type }) => assertComparable(type, true));
  if (left.sql === value.sql && familyOf(left.type) === familyOf(right.type))
    return `NULLIF(${value.sql}, ${right.sql})`;
  return `CASE WHEN ${left.sql} = ${right.sql} THEN NULL ELSE ${value.sql} END`;
};

const ifElse: Writer = (call) => {
  takes(call, 3);
  const [condition, ...branches]: readonly Typed[] = call.args;
  if (condition) assertFamily(call, condition, 'boolean');
  const [then, otherwise] = unified(branches, call.result);
  return `CASE WHEN ${condition?.sql} THEN ${then} ELSE ${otherwise} END`;
};

const coalesce: Writer = (call) => `COALESCE(${unified(call.args, call.result).join(', ')})`;

export const conditionalFunctions: Readonly<Record<string, Writer>> = {
  greatest: extreme('greatest'),
  least: extreme('least'),
  nullif: nullIf,
  if: ifElse,
  ifnull: coalesce,
  coalesce,
  isnan: (call) => {
    assertFamily(call, argument(call, 0), 'double', 'float');
    return `(${argument(call, 0).sql} = 'NaN')`;
  },
  isfinite: (call) => {
    const value = argument(call, 0);
    assertFamily(call, value, 'date', 'timestamp', 'instant');
    return `isfinite(${value.sql})`;
  },
};
