import type { DuckType } from '../../../catalog/index.ts';
import { UntranslatableError } from '../syntax-tree.ts';
import { cast, castTo } from '../write/cast.ts';
import { familyOf, types, type Family, type Typed } from '../write/typed.ts';

/** How DuckDB maps letters and which characters it counts as spaces: from its own mouth. */
export interface Alphabet {
  readonly lower: { readonly from: string; readonly to: string };
  readonly upper: { readonly from: string; readonly to: string };
  readonly spaces: string;
}

/** A function's call: its arguments, and the type that DuckDB gives its result. */
export interface Call {
  readonly name: string;
  readonly args: readonly Typed[];
  readonly result: DuckType;
  readonly alphabet: Alphabet;
}

/** PostgreSQL's SQL of a call, of the type that `Call.result` has in the target. @throws UntranslatableError */
export type Writer = (call: Call) => string;

/** A call's argument. @throws UntranslatableError if it is not there */
export function argument(call: Call, index: number): Typed {
  const found = call.args[index];
  if (!found) throw new UntranslatableError(`${call.name} with ${call.args.length} arguments`);
  return found;
}

/** Refuses a call with another number of arguments. */
export function takes(call: Call, ...counts: number[]): void {
  if (!counts.includes(call.args.length))
    throw new UntranslatableError(`${call.name} with ${call.args.length} arguments`);
}

/** Refuses a call whose arguments are of other families. */
export function assertFamily(call: Call, typed: Typed, ...families: Family[]): void {
  const family = familyOf(typed.type);
  if (family !== 'null' && !families.includes(family))
    throw new UntranslatableError(`${call.name} of ${typed.type.text}`);
}

/** The SQL of an argument that is text. */
export function textArgument(call: Call, index: number): string {
  const typed = argument(call, index);
  assertFamily(call, typed, 'text', 'enum');
  return typed.type.id === 'ENUM' ? cast(typed, types.text) : typed.sql;
}

/** The SQL of an argument that is a whole number, as PostgreSQL's functions take it. */
export function integerArgument(call: Call, index: number): string {
  const typed = argument(call, index);
  assertFamily(call, typed, 'integer');
  return castTo(typed, types.integer).sql;
}

/** The value of an argument that must be a constant, because the translation depends on it. */
export function constantArgument(call: Call, index: number): string {
  const { constant } = argument(call, index);
  if (constant === undefined) throw new UntranslatableError(`${call.name} whose argument ${index + 1} is no constant`);
  return constant;
}

/** A whole number as BIGINT. */
export function bigint(sql: string): string {
  return `CAST(${sql} AS int8)`;
}
