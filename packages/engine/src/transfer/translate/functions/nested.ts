import { quoteLiteral } from '../../../base/index.ts';
import type { DuckType } from '../../../catalog/index.ts';
import { UntranslatableError } from '../syntax-tree.ts';
import { familyOf, targetType, type Typed } from '../write/typed.ts';
import { argument, constantArgument, type Writer } from './writer.ts';

/** Values that stand in the JSON of a STRUCT or MAP such that PostgreSQL's cast of their text gives them back. */
const plain = new Set([
  'integer',
  'decimal',
  'float',
  'double',
  'text',
  'boolean',
  'date',
  'timestamp',
  'time',
  'uuid',
]);

/** What stands under a key of a value that is JSON in the target. */
function member(of: Typed, key: string, type: DuckType): Typed {
  const under = `(${of.sql} ->> ${quoteLiteral(key)})`;
  if (type.id === 'VARCHAR') return { sql: under, type };
  if (plain.has(familyOf(type))) return { sql: `CAST(${under} AS ${targetType(type)})`, type };
  if (type.id === 'STRUCT' || type.id === 'MAP') return { sql: `(${of.sql} -> ${quoteLiteral(key)})`, type };
  throw new UntranslatableError(`the field ${key} of type ${type.text}`);
}

/** The field of a STRUCT, by its name in any case. @throws UntranslatableError if there is none */
export function structField(of: Typed, name: string): Typed {
  const field = of.type.fields?.find((known) => known.name.toLowerCase() === name.toLowerCase());
  if (of.type.id !== 'STRUCT' || !field) throw new UntranslatableError(`the field ${name} of ${of.type.text}`);
  return member(of, field.name, field.type);
}

const structExtract: Writer = (call) => structField(argument(call, 0), constantArgument(call, 1)).sql;

/** The value under a key; NULL if the MAP has no such key. */
const mapExtract: Writer = (call) => {
  const of = argument(call, 0);
  if (of.type.id !== 'MAP' || of.type.key?.id !== 'VARCHAR' || !of.type.value)
    throw new UntranslatableError(`${call.name} of ${of.type.text}`);
  return member(of, constantArgument(call, 1), of.type.value).sql;
};

/** `value[key]` of a STRUCT or a MAP. */
export function nestedExtract(of: Typed): Writer | undefined {
  if (of.type.id === 'STRUCT') return structExtract;
  return of.type.id === 'MAP' ? mapExtract : undefined;
}

export const nestedFunctions: Readonly<Record<string, Writer>> = {
  struct_extract: structExtract,
  map_extract_value: mapExtract,
};
