import { useMemo } from 'react';
import { useMoney, useRates } from '../../hooks/index.ts';
import type { NumberParts } from '../../i18n/index.ts';

/** Ways to write what stock is worth, which the API tells in bolívares. */
export interface StockMoney {
  /** Of the currency that amounts are shown in. */
  readonly symbol: string;
  /** The amount in that currency, without rounding it to cents. */
  readonly amount: (bolivares: string | null) => string | null;
  readonly money: (bolivares: string) => string;
  readonly moneyParts: (bolivares: string) => NumberParts;
  /** The day whose rate turns bolívares into dollars; null if they are shown as they are. */
  readonly rateOf: string | null;
}

/**
 * Stock is there today: whatever its day, in dollars it is worth what the last rate makes of it. Where there is no rate at all,
 * it stays in bolívares.
 */
export function useStockMoney(): StockMoney {
  const { convert, last } = useRates();
  const format = useMoney(last === null ? 'VES' : 'USD');
  return useMemo(() => {
    const converted = (bolivares: string) => convert(bolivares) ?? bolivares;
    return {
      symbol: format.symbol,
      amount: (bolivares) => (bolivares === null ? null : converted(bolivares)),
      money: (bolivares) => format.money(converted(bolivares)),
      moneyParts: (bolivares) => format.moneyParts(converted(bolivares)),
      rateOf: last?.fecha ?? null,
    };
  }, [convert, last, format]);
}
