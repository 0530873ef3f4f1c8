import { quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import type { DuckField, DuckType } from '../../catalog/index.ts';
import { scalarTexts } from './scalar-text.ts';
import { partOf, pointerTo, variable } from './sql-text.ts';
import { variantFromJson } from './variant-text.ts';
import { withoutArrays } from './without-arrays.ts';

/**
 * DuckDB's SQL of the value of `type` whose JSON text `sql` gives: the inverse of `jsonTextOf`, exactly.
 * @throws Error for a type that DuckDB itself does not have
 */
export function valueFromJson(type: DuckType, sql: string): string {
  const text = needsDigits(type) ? quotedNumbers(sql) : sql;
  const loose = withoutArrays(type);
  const value = read(loose, `CAST(${text} AS JSON)`, 1);
  return !hasArray(type) ? value : `CAST(${value} AS ${type.text})`;
}

/** DuckDB reads a JSON number as a DOUBLE, which holds 15 decimal digits for certain. */
const exactDigits = 15;

function needsDigits(type: DuckType): boolean {
  return (type.precision ?? 0) > exactDigits || partsOf(type).some(needsDigits);
}

function hasArray(type: DuckType): boolean {
  return type.id === 'ARRAY' || partsOf(type).some(hasArray);
}

function partsOf({ element, key, value, fields = [] }: DuckType): DuckType[] {
  return [element, key, value, ...fields.map(({ type }) => type)].filter((part) => part !== undefined);
}

/** Makes strings of a JSON text's numbers, so that no digit is lost: they are all that stands outside strings and has a digit. */
function quotedNumbers(sql: string): string {
  const tokens = `regexp_extract_all(${sql}, '"(?:[^"\\\\]|\\\\.)*"|-?[0-9][0-9.eE+-]*|[^"0-9-]+')`;
  const isNumber = `(x0[1] BETWEEN '0' AND '9' OR x0[1] = '-')`;
  return `array_to_string(list_transform(${tokens}, lambda x0: CASE WHEN ${isNumber} THEN '"' || x0 || '"' ELSE x0 END), '')`;
}

/** `depth` numbers the next lambda's variable. */
function read(type: DuckType, json: string, depth: number): string {
  switch (type.id) {
    case 'LIST':
    case 'ARRAY':
      return whenType('ARRAY', json, items(type.element, json, depth));
    case 'STRUCT':
      return struct(type.fields ?? [], json, depth);
    case 'MAP':
      return map(type, json, depth);
    case 'UNION':
      return union(type, json, depth);
    case 'VARIANT':
      return variantFromJson(json);
    case 'UNKNOWN':
      throw new Error(`DuckDB itself does not have the type ${type.text}`);
    default:
      return scalarTexts[type.id].read(json, type);
  }
}

function whenType(jsonType: 'ARRAY' | 'OBJECT', json: string, value: string): string {
  return `CASE WHEN json_type(${json}) = '${jsonType}' THEN ${value} END`;
}

function items(element: DuckType | undefined, json: string, depth: number): string {
  const name = variable(depth);
  return `list_transform(json_extract(${json}, '$[*]'), lambda ${name}: ${read(partOf(element), name, depth + 1)})`;
}

/** All members are looked up at one go, and stand under one name: each look-up reads the whole JSON text. */
function looked(paths: readonly string[], json: string, depth: number, make: (found: string) => string): string {
  const name = variable(depth);
  return `list_transform([json_extract(${json}, [${paths.map(quoteLiteral).join(', ')}])], lambda ${name}: ${make(name)})[1]`;
}

function struct(fields: readonly DuckField[], json: string, depth: number): string {
  const named = fields.every(({ name }) => name !== '');
  const paths = fields.map(({ name }, index) => (named ? pointerTo(name) : `/${index}`));
  const value = looked(paths, json, depth, (found) => {
    const values = fields.map(({ type }, index) => read(type, `${found}[${index + 1}]`, depth + 1));
    if (!named) return `row(${values.join(', ')})`;
    return `struct_pack(${values.map((item, index) => `${quoteIdentifier(fields[index]?.name ?? '')} := ${item}`).join(', ')})`;
  });
  // By a place in a list, and not a CASE of structs: DuckDB has none of those with arrays in them.
  return `[${value}][${whenType(named ? 'OBJECT' : 'ARRAY', json, '1')}]`;
}

function map({ key, value, text }: DuckType, json: string, depth: number): string {
  const name = variable(depth);
  const keyType = partOf(key);
  const valueType = partOf(value);
  if (keyType.id === 'VARCHAR') {
    const values = `list_transform(json_extract(${json}, '$.*'), lambda ${name}: ${read(valueType, name, depth + 1)})`;
    return whenType('OBJECT', json, `CAST(map(json_keys(${json}), ${values}) AS ${text})`);
  }
  const entry = looked(['/0', '/1'], name, depth + 1, (found) => {
    return `{'key': ${read(keyType, `${found}[1]`, depth + 2)}, 'value': ${read(valueType, `${found}[2]`, depth + 2)}}`;
  });
  const entries = `list_transform(json_extract(${json}, '$[*]'), lambda ${name}: ${entry})`;
  return whenType('ARRAY', json, `CAST(map_from_entries(${entries}) AS ${text})`);
}

function union({ fields = [], text }: DuckType, json: string, depth: number): string {
  const branches = fields.map(({ name, type }) => {
    const value = read(type, `json_extract(${json}, ${quoteLiteral(pointerTo(name))})`, depth);
    return `WHEN ${quoteLiteral(name)} THEN CAST(union_value(${quoteIdentifier(name)} := ${value}) AS ${text})`;
  });
  return `CASE json_keys(${json})[1] ${branches.join(' ')} END`;
}
