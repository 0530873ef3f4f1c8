import type { SearchPatch } from '../../../navigation/index.ts';

/** A parameter of the address that takes one of a few values; without it, or with any other, the first one holds. */
export interface Choice<Value extends string> {
  readonly name: string;
  readonly values: readonly [Value, ...Value[]];
}

export function choice<const Value extends string>(name: string, ...values: [Value, ...Value[]]): Choice<Value> {
  return { name, values };
}

export function readChoice<Value extends string>({ name, values }: Choice<Value>, search: URLSearchParams): Value {
  const named = search.get(name);
  return values.find((value) => value === named) ?? values[0];
}

/** The first value is not written: the address stays short. */
export function choicePatch<Value extends string>({ name, values }: Choice<Value>, value: Value): SearchPatch {
  return { [name]: value === values[0] ? null : value };
}
