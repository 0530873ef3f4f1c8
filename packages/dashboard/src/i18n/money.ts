import type { Locale } from './locale.ts';
import { createNumberFormat, type NumberParts } from './numbers.ts';

/** Ways to write amounts of money, with the symbol of their currency. */
export interface SymbolMoney {
  /** `Bs 1.234,50`, exact at any length. */
  readonly money: (amount: string) => string;
  readonly moneyParts: (amount: string) => NumberParts;
  /** `Bs 1,2 M`, for axes. */
  readonly short: (value: number) => string;
  readonly symbol: string;
}

const NO_BREAK_SPACE = '\u00a0';
/** Making a format takes a millisecond, and every cell of a table asks for one. */
const made = new Map<string, SymbolMoney>();

/** The formats of a language for a currency's symbol, `Bs` or `$`. */
export function moneyFormatOf({ tag, texts }: Locale, symbol: string): SymbolMoney {
  const key = tag + symbol;
  const known = made.get(key);
  if (known !== undefined) return known;
  const numbers = createNumberFormat({ locale: tag, currencySymbol: symbol, magnitudes: texts.numbers });
  const format: SymbolMoney = {
    money: numbers.money,
    moneyParts: numbers.moneyParts,
    short: (value) => symbol + NO_BREAK_SPACE + numbers.short(value),
    symbol,
  };
  made.set(key, format);
  return format;
}
