import type { FieldSpec } from '../../../sources/index.ts';
import { readDate, readTime } from '../dates/date.ts';
import { readInstant, type InstantRules } from '../dates/instant.ts';
import type { Formats } from '../formats.ts';
import type { Reading } from '../layers.ts';
import { readNumber } from '../numbers/number.ts';
import { readText } from '../texts/text.ts';
import { readTruth } from '../texts/truth.ts';

/** How a field is read that the delivery has, from the column `text` of the field. */
export function readingOf(
  spec: FieldSpec,
  { decimal = '.', dateOrder = 'dmy', told }: Formats,
  rules: InstantRules,
): Reading {
  switch (spec.type.kind) {
    case 'text':
      return readText(spec);
    case 'decimal':
    case 'integer':
      return readNumber(spec, { decimal, round: told.excessDecimals === 'round' });
    case 'boolean':
      return readTruth(spec, told);
    case 'date':
      return readDate(spec, dateOrder);
    case 'instant':
      return readInstant(spec, rules);
    case 'time':
      return readTime(spec);
  }
}
