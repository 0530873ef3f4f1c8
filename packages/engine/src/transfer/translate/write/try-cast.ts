import { integerRanges, type DuckType, type DuckTypeId, type IntegerRange } from '../../../catalog/index.ts';
import { UntranslatableError } from '../syntax-tree.ts';
import { cast } from './cast.ts';
import { familyOf, targetType, type Typed } from './typed.ts';

const space = String.raw`[ \t\n\v\f\r]*`;
const digits = '[0-9]+(?:_[0-9]+)*';

/** Texts that both engines read as the same number. */
const number = `^${space}[+-]?(?:${digits}(?:\\.(?:${digits})?)?|\\.${digits})(?:[eE][+-]?[0-9]{1,3})?${space}$`;

/**
 * Texts out of which DuckDB makes numbers that they hardly are: a sign alone, an exponent without digits. Here they are an
 * error that says so, not another answer.
 */
const oddities = `^${space}(?:[+-]${space}|[+-]?[0-9._]+[eE][+-]?[0-9]*[. \\t\\n\\v\\f\\r]+[0-9]*${space})$`;
/** Whole numbers to the base of 16 or 2, without a sign; PostgreSQL's numeric reads them as well. */
const based = `^${space}0(?:[xX][0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|[bB][01]+(?:_[01]+)*)$`;

/** TRY_CAST: NULL where the cast would fail. @throws UntranslatableError for casts whose failures are not known to the last one */
export function tryCast(from: Typed, to: DuckType): string {
  const [source, target] = [familyOf(from.type), familyOf(to)];
  if (
    from.type.text === to.text ||
    (target === 'text' && source !== 'other') ||
    (source === 'integer' && target === 'double')
  )
    return cast(from, to);
  if (source === 'text' && (target === 'integer' || target === 'decimal')) return textToNumber(from.sql, to);
  throw new UntranslatableError(`TRY_CAST of ${from.type.text} to ${to.text}`);
}

function textToNumber(text: string, to: DuckType): string {
  const plain = `CAST(replace(${text}, '_', '') AS numeric)`;
  const rounded = `round(${plain}, ${to.scale ?? 0})`;
  const known = familyOf(to) === 'integer' ? `${text} ~ '${number}' OR ${text} ~ '${based}'` : `${text} ~ '${number}'`;
  const value = `CASE WHEN ${rounded} BETWEEN ${range(to).join(' AND ')} THEN CAST(${rounded} AS ${targetType(to)}) END`;
  return `CASE WHEN ${known} THEN ${value} WHEN ${text} ~ '${oddities}' THEN CAST(${text} AS ${targetType(to)}) END`;
}

function range(to: DuckType): [string, string] {
  if (familyOf(to) === 'decimal') {
    const most = `${'9'.repeat((to.precision ?? 18) - (to.scale ?? 0)) || '0'}.${'9'.repeat(to.scale ?? 0) || '0'}`;
    return [`-${most}`, most];
  }
  const ranges: Partial<Record<DuckTypeId, IntegerRange>> = integerRanges;
  const known = ranges[to.id];
  if (!known) throw new UntranslatableError(`TRY_CAST of VARCHAR to ${to.text}`);
  return [known.least, known.most];
}
