import { quoteLiteral } from '../base/index.ts';

// The demo must be identical on every machine and for any number of threads. Randomness therefore comes from DuckDB's
// hash() of stable keys, and sums are over integers or decimals. Where doubles occur, they are computed only with + - * /
// and square root, which IEEE 754 rounds the same everywhere (no exp, ln, pow or sin), and no query ever sums doubles.

/** 64 pseudo-random bits that depend on `subject` (what is being decided) and on the keys (SQL expressions). */
export function bits(subject: string, ...keys: readonly string[]): string {
  return `hash(${[quoteLiteral(subject), ...keys].join(', ')})`;
}

/** A pseudo-random INTEGER from 0 to `choices` - 1. */
export function choice(choices: number | string, subject: string, ...keys: readonly string[]): string {
  return `(${bits(subject, ...keys)} % ${choices})::INTEGER`;
}

/** True for `perThousand` of a thousand keys. */
export function chance(perThousand: number | string, subject: string, ...keys: readonly string[]): string {
  return `(${choice(1000, subject, ...keys)} < ${perThousand})`;
}

/** A pseudo-random DOUBLE in [0, 1). */
export function uniform(subject: string, ...keys: readonly string[]): string {
  return `((${bits(subject, ...keys)} >> 11)::DOUBLE / 9007199254740992.0)`;
}

/** A pseudo-random choice from the texts. */
export function oneOf(texts: readonly string[], subject: string, ...keys: readonly string[]): string {
  return `(${list(texts)})[1 + ${choice(texts.length, subject, ...keys)}]`;
}

/** The value of the first condition that holds, else `otherwise`; all of them SQL. */
export function cases(
  otherwise: string | number,
  ...rows: readonly (readonly [condition: string, value: string | number])[]
): string {
  return `(CASE ${rows.map(([condition, value]) => `WHEN ${condition} THEN ${value}`).join(' ')} ELSE ${otherwise} END)`;
}

type Literal = string | number | boolean | null;

function literal(value: Literal): string {
  return typeof value === 'string' ? quoteLiteral(value) : String(value);
}

/** A list literal. */
export function list(values: readonly Literal[]): string {
  return `[${values.map(literal).join(', ')}]`;
}

/**
 * A relation, for use after FROM, read from text with one row per line and fields separated by `|`. `linea` numbers the rows
 * from 1; the columns have the types given, and an empty field is NULL.
 */
export function textTable(text: string, columns: Readonly<Record<string, string>>): string {
  const fields = Object.entries(columns).map(
    ([name, type], index) => `nullif(split_part(texto, '|', ${index + 1}), '')::${type} AS ${name}`,
  );
  return `(SELECT linea::INTEGER AS linea, ${fields.join(', ')}
    FROM (SELECT unnest(lineas) AS texto, generate_subscripts(lineas, 1) AS linea
          FROM (SELECT string_split(${quoteLiteral(text.trim())}, chr(10)) AS lineas)))`;
}

/** A column of a table of the demo: its DuckDB type, and the SQL expression that fills it. */
export type FilledColumns = Readonly<Record<string, readonly [type: string, expression: string]>>;

/** The statement that creates a table with these columns. */
export function createTable(name: string, columns: FilledColumns): string {
  const declared = Object.entries(columns).map(([column, [type]]) => `${column} ${type}`);
  return `CREATE TABLE ${name} (${declared.join(', ')})`;
}

/** The statement that fills the table. `from` is what follows the SELECT list; `ctes` is what follows WITH. */
export function fillTable(name: string, columns: FilledColumns, from: string, ctes?: string): string {
  const selected = Object.entries(columns).map(
    ([column, [type, expression]]) => `(${expression})::${type} AS ${column}`,
  );
  return `INSERT INTO ${name} ${ctes === undefined ? '' : `WITH ${ctes}`}\nSELECT ${selected.join(',\n')}\n${from}`;
}

/** The statements that create the table and fill it. */
export function filledTable(name: string, columns: FilledColumns, from: string, ctes?: string): string[] {
  return [createTable(name, columns), fillTable(name, columns, from, ctes)];
}
