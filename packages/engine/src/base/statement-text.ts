import { quoteLiteral } from './sql.ts';

/** A value as a literal that PostgreSQL reads as it would read the parameter. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return `CAST(ARRAY[${value.map(literal).join(', ')}] AS text[])`;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number' || typeof value === 'bigint') return value < 0 ? `(${value})` : String(value);
  if (typeof value === 'string') return quoteLiteral(value);
  throw new TypeError(`there is no literal for ${typeof value}`);
}

/** Without the indentation that all lines but the first have in common, and without lines that hold nothing. */
function dedented(text: string): string {
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  const depth = Math.min(...rest.map((line) => line.length - line.trimStart().length));
  return [first.trimStart(), ...rest.map((line) => line.slice(Math.min(depth, line.length)))].join('\n').trimEnd();
}

/**
 * A statement as a person would run it: its values stand in the places of its parameters, `$1` and on.
 *
 * @throws TypeError for a value that is neither null, a text, a number, a boolean nor a list of texts
 */
export function statementText({
  text,
  values,
}: {
  readonly text: string;
  readonly values: readonly unknown[];
}): string {
  return dedented(text).replaceAll(/\$(\d+)/g, (_, place: string) => literal(values[Number(place) - 1]));
}
