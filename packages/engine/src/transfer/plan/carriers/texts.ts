import { isTooDeep, jsonTextOf, literalWithoutDollar } from '../../../bridge/index.ts';
import type { PostgresType } from '../../../catalog/index.ts';
import { readAs, type CarrierRule, type Forbidden } from './carrier.ts';

const noNul: Forbidden = {
  condition: `contains($, chr(0))`,
  one: 'holds a NUL character, which PostgreSQL cannot keep in text',
  several: 'hold a NUL character, which PostgreSQL cannot keep in text',
  convert: `replace($, chr(0), '')`,
};

function longerThan(length: number): Forbidden {
  const limit = `longer than ${length} characters`;
  return {
    condition: `length($) > ${length}`,
    one: `is ${limit}`,
    several: `are ${limit}`,
    convert: `left($, ${length})`,
  };
}

export const text: CarrierRule = (source, target) => {
  const { id, labels = [] } = source;
  const { length } = target;
  if (id === 'NULL') return { ...readAs('VARCHAR'), forbidden: [] };
  if (id === 'ENUM') {
    const lost = labels.some((label) => label.includes('\0') || (length !== undefined && [...label].length > length));
    return { ...readAs('VARCHAR'), forbidden: lost ? textLimits(length) : [] };
  }
  return id === 'VARCHAR' || id === 'JSON' ? { forbidden: textLimits(length) } : undefined;
};

function textLimits(length: number | undefined): Forbidden[] {
  return length === undefined ? [noNul] : [noNul, longerThan(length)];
}

/** An enum takes its own labels, as text. */
export const enumeration: CarrierRule = ({ id, labels: given }, { labels }) => {
  if (id !== 'VARCHAR' && id !== 'ENUM') return undefined;
  if (labels === undefined || given?.every((label) => labels.includes(label)))
    return { ...readAs('VARCHAR'), forbidden: [] };
  const others: Forbidden = {
    condition: `CAST($ AS VARCHAR) NOT IN (${labels.map(literalWithoutDollar).join(', ') || 'NULL'})`,
    one: 'is none of the labels of the target',
    several: 'are none of the labels of the target',
  };
  return { ...readAs('VARCHAR'), forbidden: [others] };
};

/** JSON's tokens that are strings, and what stands between them. */
const tokens = `regexp_extract_all($, '"(?:[^"\\\\]|\\\\.)*"|[^"]+')`;
const withoutStrings = `regexp_replace($, '"(?:[^"\\\\]|\\\\.)*"', '""', 'g')`;

/** DuckDB takes these for JSON. */
const notJson: Forbidden = {
  condition: `regexp_matches(${withoutStrings}, '(?i)nan|inf|,\\s*[\\]}]')`,
  one: 'holds NaN, an infinity or a comma before a closing bracket, which are not JSON',
  several: 'hold NaN, an infinity or a comma before a closing bracket, which are not JSON',
  convert: `CAST(array_to_string(list_transform(${tokens}, lambda t: CASE WHEN t[1] = '"' THEN t ELSE
    regexp_replace(regexp_replace(t, '(?i)-?(nan|inf(inity)?)', '"\\0"', 'g'), ',(\\s*[\\]}])', '\\1', 'g') END), '') AS JSON)`,
};

const invalidJson: Forbidden = {
  condition: `NOT json_valid($)`,
  one: 'is not JSON',
  several: 'are not JSON',
};

/** Escapes are read in pairs: in \\\\u0000 the first \\ escapes the second. */
const withoutNul = (json: string) => `regexp_replace(${json}, '(\\\\\\\\)|\\\\u0000', '\\1', 'g')`;

const escapedNul = (json: string, convert?: string): Forbidden => ({
  condition: `${withoutNul(json)} <> CAST(${json} AS VARCHAR)`,
  one: 'holds \\u0000, which jsonb does not take',
  several: 'hold \\u0000, which jsonb does not take',
  ...(convert === undefined ? {} : { convert }),
});

/** Exponents of five digits; a jsonb's number has fewer places than that after the point. */
const hugeExponent: Forbidden = {
  condition: `regexp_matches(${withoutStrings}, '[eE][+-]?0*[1-9][0-9]{4}')`,
  one: 'holds a number that jsonb does not take',
  several: 'hold a number that jsonb does not take',
};

const nestedIds: ReadonlySet<string> = new Set(['LIST', 'ARRAY', 'STRUCT', 'MAP', 'UNION', 'VARIANT']);

const tooDeep: Forbidden = {
  condition: isTooDeep('$'),
  one: 'holds arrays and objects too deep in each other to be read',
  several: 'hold arrays and objects too deep in each other to be read',
};

/** JSON as it is; a value that holds others by our own JSON of it. */
export const json: CarrierRule = (source, { name }: PostgresType) => {
  const { id } = source;
  const isBinary = name === 'jsonb';
  if (id === 'JSON' || id === 'VARCHAR') {
    const binary = isBinary ? [escapedNul('$', `CAST(${withoutNul('$')} AS ${id})`), hugeExponent] : [];
    return { forbidden: [...(id === 'JSON' ? [] : [invalidJson]), notJson, ...binary] };
  }
  if (id === 'ENUM' || id === 'NULL') return text(source, { name });
  if (!nestedIds.has(id)) return undefined;
  const sql = jsonTextOf(source, '$');
  return {
    ...readAs('JSON', sql),
    forbidden: [...(id === 'VARIANT' ? [tooDeep] : []), ...(isBinary ? [escapedNul(sql)] : [])],
  };
};
