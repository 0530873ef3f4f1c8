import { FluxionError } from '../../../base/index.ts';
import type { DateOrder } from '../dates/day.ts';
import type { DecimalSign } from '../numbers/patterns.ts';
import type { Evidence, Witness } from './survey.ts';

/**
 * The decimal sign that the evidence proves; undefined without any.
 * @throws FluxionError FEED_AMBIGUOUS if it proves both
 */
export function provenDecimal({ decimal }: Evidence): DecimalSign | undefined {
  const [point, comma] = [decimal['.'], decimal[',']];
  if (point && comma) {
    throw new FluxionError(
      'FEED_AMBIGUOUS',
      `Numbers are written in two ways: ${said(comma)} has a decimal comma, ${said(point)} a decimal point. ${sayDecimal}; lines with the other are then rejected.`,
    );
  }
  return point ? '.' : comma && ',';
}

/**
 * The order of day and month that the evidence proves; undefined without any.
 * @throws FluxionError FEED_AMBIGUOUS if it proves both
 */
export function provenOrder({ dateOrder: { dmy, mdy } }: Evidence): DateOrder | undefined {
  if (dmy && mdy) {
    throw new FluxionError(
      'FEED_AMBIGUOUS',
      `Dates are written in two ways: ${said(dmy)} is day/month, ${said(mdy)} month/day. ${sayOrder}; lines with the other are then rejected.`,
    );
  }
  return dmy ? 'dmy' : mdy && 'mdy';
}

/** The error where nothing proves a decimal sign and one is needed. */
export function unclearDecimal(witness: Witness): FluxionError {
  const { text } = witness;
  return new FluxionError(
    'FEED_AMBIGUOUS',
    `${said(witness)} may be a thousand or have three decimals, and no other number tells which. ${sayDecimal} (${text} is then ${meanings(text)}).`,
  );
}

/** The error where nothing proves the order of day and month and one is needed. */
export function unclearOrder(witness: Witness): FluxionError {
  return new FluxionError(
    'FEED_AMBIGUOUS',
    `${said(witness)} may be day/month or month/day, and no other date tells which. ${sayOrder}.`,
  );
}

const said = ({ line, field, text }: Witness) => `${text.slice(0, 50)} (line ${line}, ${field})`;

const sayDecimal = 'Say --decimal , or --decimal . (in feed.json "formats": {"decimal": ","})';
const sayOrder = 'Say --date-format D/M/Y or --date-format M/D/Y (in feed.json "formats": {"date": "D/M/Y"})';

/** What the two signs make of it, in the order that they are offered in. */
function meanings(text: string): string {
  const number = text.replaceAll(/[^0-9.,]/g, '');
  const thousand = number.replace(/[.,]/, '');
  const decimals = number.replace(',', '.');
  return number.includes(',') ? `${decimals} or ${thousand}` : `${thousand} or ${decimals}`;
}
