import { useCallback, useSyncExternalStore } from 'react';
import { useAddressSearch, useChangeSearch } from '../useAddress.ts';

/** What amounts are shown in: bolívares as they were booked, or dollars at each day's rate. */
export const currencies = ['VES', 'USD'] as const;
export type Currency = (typeof currencies)[number];

const NAME = 'moneda';
const STORAGE_KEY = 'fluxion.currency';
const CHANGED = 'fluxion:currency';

function isCurrency(value: unknown): value is Currency {
  return currencies.some((currency) => currency === value);
}

function readStored(): Currency {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return isCurrency(stored) ? stored : 'VES';
  } catch {
    return 'VES';
  }
}

function store(currency: Currency): void {
  try {
    localStorage.setItem(STORAGE_KEY, currency);
  } catch {
    // Storage may be forbidden: the address still names it.
  }
  dispatchEvent(new Event(CHANGED));
}

function subscribe(callback: () => void): () => void {
  addEventListener(CHANGED, callback);
  return () => removeEventListener(CHANGED, callback);
}

export interface CurrencyState {
  readonly currency: Currency;
  readonly choose: (currency: Currency) => void;
}

/** The currency that the address names, or else the one chosen last. */
export function useCurrency(): CurrencyState {
  const named = new URLSearchParams(useAddressSearch()).get(NAME);
  const stored = useSyncExternalStore(subscribe, readStored);
  const change = useChangeSearch();
  const choose = useCallback(
    (currency: Currency) => {
      store(currency);
      change({ [NAME]: currency });
    },
    [change],
  );
  return { currency: isCurrency(named) ? named : stored, choose };
}

/** The parameter of the API that asks for amounts in that currency. */
export function currencyQuery(currency: Currency) {
  return currency === 'VES' ? {} : { moneda: currency };
}
