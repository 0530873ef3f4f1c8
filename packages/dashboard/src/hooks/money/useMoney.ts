import { moneyFormatOf, useLocale, type SymbolMoney } from '../../i18n/index.ts';
import { useCurrency, type Currency } from './useCurrency.ts';

const symbols: Record<Currency, string> = { VES: 'Bs', USD: '$' };

/** Writes amounts in the currency on screen, or in the one that is named: some amounts exist in bolívares alone. */
export function useMoney(named?: Currency): SymbolMoney {
  const { currency } = useCurrency();
  return moneyFormatOf(useLocale(), symbols[named ?? currency]);
}
