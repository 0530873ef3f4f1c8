import { useMemo } from 'react';
import { quotientOf } from '../../figures/index.ts';
import { useAsk } from '../useAsk.ts';
import { rateOn, type Rate } from './rates.ts';
import { useCurrency } from './useCurrency.ts';

/** Decimals of an amount in dollars: as many as the API gives. */
const DECIMALS = 4;

/** Turns amounts that the API gives in bolívares alone into the currency on screen. */
export interface Rates {
  /** The rates are known, or none are needed: the amounts are in bolívares. */
  readonly ready: boolean;
  /**
   * The amount in the currency on screen, at the rate of that day; without a day, at the last rate. Null where there was no
   * rate yet.
   */
  readonly convert: (amount: string, date?: string) => string | null;
  /** The last rate; null without one. */
  readonly last: Rate | null;
}

export function useRates(): Rates {
  const { currency } = useCurrency();
  const inDollars = currency === 'USD';
  const { data } = useAsk('listarTasas', {}, { enabled: inDollars });
  const rows = data?.body.datos;
  return useMemo(() => {
    if (!inDollars) return { ready: true, convert: (amount: string) => amount, last: null };
    const rates = rows ?? [];
    const convert = (amount: string, date?: string) => {
      const rate = rateOn(rates, date);
      return rate === null ? null : quotientOf(amount, rate.bs_por_usd, DECIMALS);
    };
    return { ready: rows !== undefined, convert, last: rateOn(rates, undefined) };
  }, [inDollars, rows]);
}
