import { isBusinessDate } from './business-date.ts';
import type { DateRange } from './date-range.ts';

/** What an address says about the range: nothing, a range, or something that is not one. */
export type AddressRange =
  | { readonly kind: 'absent' }
  | { readonly kind: 'range'; readonly range: DateRange }
  | { readonly kind: 'invalid' };

const FROM = 'desde';
const TO = 'hasta';

/** Reads `?desde=YYYY-MM-DD&hasta=YYYY-MM-DD`. Both must be there, be days of the calendar and in order. */
export function readRange(search: string): AddressRange {
  const parameters = new URLSearchParams(search);
  const from = parameters.get(FROM);
  const to = parameters.get(TO);
  if (from === null && to === null) return { kind: 'absent' };
  if (from === null || to === null || !isBusinessDate(from) || !isBusinessDate(to) || from > to) {
    return { kind: 'invalid' };
  }
  return { kind: 'range', range: { from, to } };
}

/** The same query string with the range in it; every other parameter stays as it is. */
export function writeRange(search: string, range: DateRange): string {
  const parameters = new URLSearchParams(search);
  parameters.set(FROM, range.from);
  parameters.set(TO, range.to);
  return `?${parameters.toString()}`;
}
