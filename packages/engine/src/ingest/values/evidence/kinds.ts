import { quoteLiteral } from '../../../base/index.ts';
import { clock, clockOf } from '../dates/clock.ts';
import { dateOf, yearLastParts } from '../dates/day.ts';
import { column, type Layer } from '../layers.ts';
import { numberBody } from '../numbers/body.ts';
import { evidencePattern, unclearPattern } from '../numbers/patterns.ts';

/** The column that says what a value proves: '.', ',', 'dmy' or 'mdy'; 'number' or 'date' if it may be read either way. */
export const kindOf = (field: string): string => column('kind', field);

/** Layers that say of a number which decimal sign it proves. */
export function numberKind(field: string): Layer[] {
  const body = column('body', field);
  const matches = (pattern: string) => `regexp_full_match(${body}, ${quoteLiteral(pattern)})`;
  return [
    ...numberBody(field),
    {
      [kindOf(field)]: `CASE WHEN NOT (contains(${body}, '.') OR contains(${body}, ',')) THEN NULL
        WHEN ${matches(evidencePattern('.'))} THEN '.' WHEN ${matches(evidencePattern(','))} THEN ','
        WHEN ${matches(unclearPattern)} THEN 'number' END`,
    },
  ];
}

/** Layers that say of a date a/b/year which order it proves: by a number over 12, or by the day that it must be. */
export function dateKind(field: string, assertedDate: string | undefined): Layer[] {
  const parts = column('last', field);
  const [a, b] = [`TRY_CAST(${parts}['a'] AS INTEGER)`, `TRY_CAST(${parts}['b'] AS INTEGER)`];
  const day = (month: string, of: string) => dateOf(`${parts}['year']`, `${parts}['${month}']`, `${parts}['${of}']`);
  const asserted = assertedDate === undefined ? undefined : `DATE ${quoteLiteral(assertedDate)}`;
  return [
    ...clock(field),
    { [parts]: yearLastParts(clockOf(field).day) },
    {
      [kindOf(field)]: `CASE WHEN coalesce(${parts}['year'], '') = '' OR ${a} = ${b} THEN NULL
        WHEN ${a} BETWEEN 13 AND 31 AND ${b} <= 12 THEN 'dmy' WHEN ${b} BETWEEN 13 AND 31 AND ${a} <= 12 THEN 'mdy'
        WHEN ${a} > 12 OR ${b} > 12 THEN NULL
        ${asserted ? `WHEN ${day('b', 'a')} = ${asserted} THEN 'dmy' WHEN ${day('a', 'b')} = ${asserted} THEN 'mdy'` : ''}
        ELSE 'date' END`,
    },
  ];
}
