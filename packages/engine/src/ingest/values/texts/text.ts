import { quoteLiteral } from '../../../base/index.ts';
import type { FieldSpec, ValueFormats } from '../../../sources/index.ts';
import type { Field } from '../fields.ts';
import { column, firstReason, type Layer, type Reading } from '../layers.ts';

/** What is no part of a value at its ends: white space of any script, and marks without width. */
const blank = String.raw`\t\n\r\p{Z}\x{200b}\x{feff}`;
const edges = quoteLiteral(`^[${blank}]+|[${blank}]+$`);
const clean = quoteLiteral(String.raw`[^\x00${blank}](?:[^\x00]*[^\x00${blank}])?`);

/** SQL: true of a text without such ends and without NUL, which PostgreSQL cannot hold; the usual ones need no pattern. */
export function isClean(text: string): string {
  const isAscii = `strlen(${text}) = length(${text})`;
  const ends = [`' '`, 'chr(9)', 'chr(10)', 'chr(13)'].map((end) => `NOT ends_with(${text}, ${end})`);
  const plain = [`${text} >= '!'`, isAscii, ...ends, `NOT contains(${text}, chr(0))`].join(' AND ');
  return `(${plain} OR regexp_full_match(${text}, ${clean}))`;
}

/** SQL of a list of texts. */
export const textList = (texts: readonly string[]): string => `(${texts.map(quoteLiteral).join(', ')})`;

/** The layer with a field's text without its ends, in the column `text`; NULL where it is empty or means none. */
export function trimmedText({ name, raw, standIn }: Field, { nullTexts = [] }: ValueFormats): Layer[] {
  const trimmed = column('trimmed', name);
  const none = textList(['', ...nullTexts]);
  const text = `CASE WHEN ${trimmed} IN ${none} THEN NULL ELSE ${trimmed} END`;
  return [
    { [trimmed]: `regexp_replace(${raw ?? 'NULL::VARCHAR'}, ${edges}, '', 'g')` },
    { [column('text', name)]: standIn === undefined ? text : `coalesce(${text}, ${quoteLiteral(standIn)})` },
  ];
}

/** How a text is read: as it is, or as the one of `oneOf` that it equals but for case. */
export function readText({ name, type, oneOf }: FieldSpec): Reading {
  const text = column('text', name);
  const limit = type.kind === 'text' ? type.maxLength : undefined;
  const nul = [`contains(${text}, chr(0))`, quoteLiteral('has a NUL character')] as const;
  const long = [`length(${text}) > ${limit}`, quoteLiteral(`is longer than ${limit} characters`)] as const;
  const value = oneOf === undefined ? text : oneOfThem(text, oneOf);
  const other = [
    `${text} IS NOT NULL AND ${value} IS NULL`,
    quoteLiteral(`is not one of ${(oneOf ?? []).join(', ')}`),
  ] as const;
  const reason = firstReason(nul, ...(limit === undefined ? [] : [long]), ...(oneOf === undefined ? [] : [other]));
  return { layers: [], value: `CASE WHEN ${reason} IS NULL THEN ${value} END`, reason };
}

function oneOfThem(text: string, oneOf: readonly string[]): string {
  const whens = oneOf.map((one) => `WHEN ${quoteLiteral(one.toLowerCase())} THEN ${quoteLiteral(one)}`);
  return `CASE lower(${text}) ${whens.join(' ')} END`;
}
