import { DEFAULT_PRESET, presetRange, readRange, writeRange, type DateRange } from '../range/index.ts';
import { pushAddressSearch, useAddressSearch } from './useAddressSearch.ts';

/** The range on screen: it lives in the address bar, so that sharing, reloading and going back work. */
export interface RangeState {
  /** Null while unknown: the address has none, and the range of the data has not arrived yet. */
  readonly range: DateRange | null;
  /** The dates in the address are not a valid range; the default is shown instead. */
  readonly addressIsInvalid: boolean;
  readonly choose: (range: DateRange) => void;
}

function choose(range: DateRange): void {
  pushAddressSearch(writeRange(location.search, range));
}

/** @param data the days that have data; null as long as they are unknown, or if there are none */
export function useRange(data: DateRange | null): RangeState {
  const address = readRange(useAddressSearch());
  const fallback = data && presetRange(DEFAULT_PRESET, data);
  return {
    range: address.kind === 'range' ? address.range : fallback,
    addressIsInvalid: address.kind === 'invalid',
    choose,
  };
}
