import { useCallback } from 'react';
import { DEFAULT_PRESET, presetRange, rangePatch, readPreset, readRange, type DateRange } from '../range/index.ts';
import { useAddressSearch, useChangeSearch } from './useAddress.ts';

/** The range on screen: it lives in the address bar, so that sharing, reloading and going back work. */
export interface RangeState {
  /** Null while unknown: the address has none, and the range of the data has not arrived yet. */
  readonly range: DateRange | null;
  /** The dates in the address are not a valid range; the default is shown instead. */
  readonly addressIsInvalid: boolean;
  readonly choose: (range: DateRange) => void;
}

/** @param data the days that have data; null as long as they are unknown, or if there are none */
export function useRange(data: DateRange | null): RangeState {
  const search = useAddressSearch();
  const address = readRange(search);
  const change = useChangeSearch();
  const choose = useCallback((range: DateRange) => change(rangePatch(range)), [change]);
  const fallback = data && presetRange(readPreset(search) ?? DEFAULT_PRESET, data);
  return {
    range: address.kind === 'range' ? address.range : fallback,
    addressIsInvalid: address.kind === 'invalid',
    choose,
  };
}
