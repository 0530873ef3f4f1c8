import type { DuckField, DuckType } from '../../catalog/index.ts';
import { scalarTexts } from './scalar-text.ts';
import { literalWithoutDollar as literal, partOf, variable } from './sql-text.ts';
import { variantText } from './variant-text.ts';

/**
 * DuckDB's SQL of the JSON text of a value of `type` that `sql` gives; NULL for NULL. Nothing is lost, and equal values have
 * equal texts: numbers in full; NaN and infinities, and all that JSON has no form for, as strings; a list or array as an
 * array, a STRUCT as an object (an unnamed one as an array), a MAP as an object if its keys are VARCHAR, else as an array of
 * [key, value], a UNION as {"tag": value}.
 * @throws Error for a type that DuckDB itself does not have
 */
export function jsonTextOf(type: DuckType, sql: string): string {
  return write(type, sql, 1);
}

/** `depth` numbers the next lambda's variable. */
function write(type: DuckType, sql: string, depth: number): string {
  switch (type.id) {
    case 'LIST':
    case 'ARRAY':
      return bracketed(listOf(sql, depth, (item) => orNull(write(partOf(type.element), item, depth + 1))));
    case 'STRUCT':
      return struct(type.fields ?? [], sql, depth);
    case 'MAP':
      return map(type, sql, depth);
    case 'UNION':
      return union(type.fields ?? [], sql, depth);
    case 'VARIANT':
      return variantText(sql, depth);
    case 'UNKNOWN':
      throw new Error(`DuckDB itself does not have the type ${type.text}`);
    default:
      return scalarTexts[type.id].write(sql, type);
  }
}

const orNull = (sql: string) => `coalesce(${sql}, 'null')`;
const bracketed = (sql: string) => `'[' || ${sql} || ']'`;

/** The items of a list, each as text, with commas between them; NULL if the list is NULL. */
function listOf(sql: string, depth: number, item: (value: string) => string): string {
  const name = variable(depth);
  return `array_to_string(list_transform(${sql}, lambda ${name}: ${item(name)}), ',')`;
}

function struct(fields: readonly DuckField[], sql: string, depth: number): string {
  const named = fields.every(({ name }) => name !== '');
  const members = fields.map(({ name, type }, index) => {
    const value = orNull(write(type, `struct_extract_at(${sql}, ${index + 1})`, depth));
    return named ? `${literal(`${JSON.stringify(name)}:`)} || ${value}` : value;
  });
  const [open, close] = named ? ['{', '}'] : ['[', ']'];
  return `CASE WHEN ${sql} IS NOT NULL THEN '${open}' || ${members.join(` || ',' || `)} || '${close}' END`;
}

function map({ key, value }: DuckType, sql: string, depth: number): string {
  const keyType = partOf(key);
  const entry = (item: string) => {
    const keyText = write(keyType, `struct_extract_at(${item}, 1)`, depth + 1);
    const valueText = orNull(write(partOf(value), `struct_extract_at(${item}, 2)`, depth + 1));
    return keyType.id === 'VARCHAR'
      ? `${keyText} || ':' || ${valueText}`
      : `'[' || ${keyText} || ',' || ${valueText} || ']'`;
  };
  const entries = listOf(`map_entries(${sql})`, depth, entry);
  const text = keyType.id === 'VARCHAR' ? `'{' || ${entries} || '}'` : bracketed(entries);
  return `CASE WHEN ${sql} IS NOT NULL THEN ${text} END`;
}

function union(members: readonly DuckField[], sql: string, depth: number): string {
  const branches = members.map(({ name, type }) => {
    const value = orNull(write(type, `union_extract(${sql}, ${literal(name)})`, depth));
    return `WHEN ${literal(name)} THEN ${literal(`{${JSON.stringify(name)}:`)} || ${value} || '}'`;
  });
  return `CASE CAST(union_tag(${sql}) AS VARCHAR) ${branches.join(' ')} END`;
}
