import { parseDuckType, renderPostgresType, type DuckType, type PostgresType } from '../../catalog/index.ts';
import { decoderFor, type ColumnDecoder } from '../../duckdb/index.ts';
import { jsonTextOf, valueFromJson } from '../nested/index.ts';
import { fromPostgresText, fromTextList } from './postgres-text.ts';
import { naturalType } from './natural-type.ts';
import { unfitCondition } from './unfit.ts';

/** One way for a column's values to come out of PostgreSQL and into DuckDB. */
export interface ColumnWay {
  /** The column's type in the file. */
  readonly type: DuckType;
  /** PostgreSQL's SQL of what is sent, given the quoted column. */
  readonly send: (column: string) => string;
  /** A decoder of what is sent. */
  readonly decoder: () => ColumnDecoder;
  /** DuckDB's SQL of the value, given the quoted column of what has come. */
  readonly take: (column: string) => string;
  /** PostgreSQL's condition, given the quoted column, that is true of values that this way cannot carry; undefined: it carries all. */
  readonly unfit?: (column: string) => string;
  /** DuckDB's condition that must be true of each value that was made, given it and the quoted column of what has come. */
  readonly check?: (value: string, column: string) => string;
  /** DuckDB's SQL may find values that it can make nothing of; only trying tells. */
  readonly mayFail?: boolean;
  /** What is otherwise than in PostgreSQL, or than in the file that the table came from; undefined: nothing. */
  readonly reason?: string;
}

const asItIs = (column: string) => column;
const asText = (column: string) => `${column}::text`;

/**
 * The ways for a column, the best first: back to the type that it had in the DuckDB database it came from, the type that
 * is nearest to PostgreSQL's, and the text that PostgreSQL prints. The last carries everything.
 */
export function columnWays(type: PostgresType, origin: DuckType | undefined): readonly ColumnWay[] {
  const natural = naturalType(type);
  const ways = [
    ...(origin === undefined ? [] : [wayTo(type, origin)]),
    ...(natural === undefined ? [] : [wayTo(type, natural)]),
  ];
  return [...ways.filter((way) => way !== undefined), textWay(type)];
}

function textWay(type: PostgresType): ColumnWay {
  const varchar = parseDuckType('VARCHAR');
  const way = decoded(varchar, 'text', varchar);
  return { ...way, send: asText, reason: `${renderPostgresType(type)} as the text that PostgreSQL prints` };
}

/** The way into one type; undefined if nothing is known that gives values of it. */
export function wayTo(type: PostgresType, into: DuckType): ColumnWay | undefined {
  const way = direct(type, into) ?? converted(type, into);
  if (way === undefined) return undefined;
  const unfit = unfitCondition(type, into);
  return unfit === undefined ? way : { ...way, unfit };
}

/** Values whose binary form is decoded. */
function direct(type: PostgresType, into: DuckType): ColumnWay | undefined {
  // Its trailing blanks say nothing, and PostgreSQL does not print them.
  const send = type.name === 'bpchar' ? asText : asItIs;
  return type.schema === undefined && decoderFor(type.name, into)
    ? { ...decoded(into, type.name, into), send }
    : undefined;
}

function decoded(type: DuckType, sentAs: string, sentType: DuckType): ColumnWay {
  const decoder = () => {
    const found = decoderFor(sentAs, sentType);
    if (!found) throw new Error(`no decoder from ${sentAs} to ${sentType.text}`);
    return found;
  };
  return { type, send: asItIs, decoder, take: asItIs };
}

/** Timestamps and times of other units come as microseconds. */
const units: Readonly<Record<string, readonly [name: string, wire: string]>> = {
  TIMESTAMP_S: ['timestamp', 'TIMESTAMP'],
  TIMESTAMP_MS: ['timestamp', 'TIMESTAMP'],
  TIMESTAMP_NS: ['timestamp', 'TIMESTAMP'],
  TIME_NS: ['time', 'TIME'],
};

/** Values that DuckDB's SQL makes of what is sent. */
function converted(type: PostgresType, into: DuckType): ColumnWay | undefined {
  const unit = units[into.id];
  if (unit !== undefined && type.name === unit[0]) {
    return { ...decoded(into, unit[0], parseDuckType(unit[1])), take: (column) => `CAST(${column} AS ${into.text})` };
  }
  if (into.id === 'GEOMETRY' && type.name === 'bytea') {
    return { ...decoded(into, 'bytea', parseDuckType('BLOB')), take: (column) => `ST_GeomFromWKB(${column})` };
  }
  const text = decoded(into, 'text', parseDuckType('VARCHAR'));
  if (type.element) {
    if (fromTextList(into, 'x') === undefined) return undefined;
    const send = (column: string) => `array_to_json(${column}::text[])::text`;
    return { ...text, send, take: (column) => fromTextList(into, column) ?? column, mayFail: true };
  }
  if (isNested(into)) {
    if (type.name !== 'json' && type.name !== 'jsonb') return undefined;
    // JSON can say more than such a type: spaces, other fields, another order.
    const check = (value: string, column: string) => `${jsonTextOf(into, value)} IS NOT DISTINCT FROM ${column}`;
    return { ...text, send: asText, take: (column) => valueFromJson(into, column), check, mayFail: true };
  }
  if (!isTextOf(type, into) || fromPostgresText(into, 'x') === undefined) return undefined;
  return { ...text, send: asText, take: (column) => fromPostgresText(into, column) ?? column };
}

/** Whether values of the DuckDB type are printed by the PostgreSQL type in a form that can be read back. */
function isTextOf({ name, kind, element }: PostgresType, { id }: DuckType): boolean {
  if (element) return false;
  if (kind === 'enum') return id === 'ENUM' || id === 'VARCHAR';
  return textForms[name]?.includes(id) ?? false;
}

const textForms: Readonly<Record<string, readonly string[]>> = {
  numeric: ['UBIGINT', 'HUGEINT', 'UHUGEINT', 'BIGNUM', 'DECIMAL'],
  text: ['ENUM', 'BIGNUM'],
  varbit: ['BIT'],
  bit: ['BIT'],
  timetz: ['TIME WITH TIME ZONE'],
  jsonb: ['JSON'],
  bpchar: ['VARCHAR'],
  name: ['VARCHAR'],
  char: ['VARCHAR'],
};

function isNested({ id }: DuckType): boolean {
  return id === 'LIST' || id === 'ARRAY' || id === 'STRUCT' || id === 'MAP' || id === 'UNION' || id === 'VARIANT';
}
