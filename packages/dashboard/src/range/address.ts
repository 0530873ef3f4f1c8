import { isBusinessDate } from './business-date.ts';
import type { DateRange } from './date-range.ts';
import { presetNames, presetOf, type PresetName } from './presets.ts';
import { patchSearch, type SearchPatch } from '../navigation/index.ts';

/** What an address says about the range: nothing, a range, or something that is not one. */
export type AddressRange =
  | { readonly kind: 'absent' }
  | { readonly kind: 'range'; readonly range: DateRange }
  | { readonly kind: 'invalid' };

const FROM = 'desde';
const TO = 'hasta';
/** A range by what it means, `month` for instance: in saved views, which are opened again on other days. */
const PRESET = 'periodo';

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

/** What puts the range into an address; every other parameter stays as it is. */
export function rangePatch({ from, to }: DateRange): SearchPatch {
  return { [FROM]: from, [TO]: to, [PRESET]: null };
}

/** The preset that an address names instead of days; undefined if it names none. */
export function readPreset(search: string): PresetName | undefined {
  const name = new URLSearchParams(search).get(PRESET);
  return presetNames.find((preset) => preset === name);
}

/** The same query string, but with days that are a preset of the data named by what they mean. */
export function relativeSearch(search: string, data: DateRange | null): string {
  const address = readRange(search);
  const preset = data !== null && address.kind === 'range' ? presetOf(address.range, data) : undefined;
  return preset === undefined ? search : patchSearch(search, { [FROM]: null, [TO]: null, [PRESET]: preset });
}
