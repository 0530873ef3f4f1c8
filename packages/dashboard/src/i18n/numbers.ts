import { isDecimal } from '../figures/index.ts';

/** What numbers look like to the chain's people. */
export interface NumberSettings {
  /** BCP 47, `es-VE` for instance. */
  readonly locale: string;
  /** Written before amounts of money; null writes the bare figure. */
  readonly currencySymbol: string | null;
  /** Abbreviations for a thousand, a million and a billion, for axes. */
  readonly magnitudes: { readonly thousand: string; readonly million: string; readonly billion: string };
}

/** A number in two pieces, so that the fraction can be set more quietly. `whole + fraction` is the number. */
export interface NumberParts {
  readonly whole: string;
  readonly fraction: string;
}

/** Number formats. Decimals come as text and are formatted exactly, without going through floats. */
export interface NumberFormat {
  /** An amount of money with two decimals, rounded half away from zero if it has more. */
  money(amount: string): string;
  moneyParts(amount: string): NumberParts;
  /** A quantity with the decimals that it has, at most three. */
  quantity(amount: string): string;
  quantityParts(amount: string): NumberParts;
  /** A whole number; of a decimal, the nearest. */
  whole(amount: string | number): string;
  /** A short form for axes, `1,2 M`: two or three leading digits are true. */
  short(value: number): string;
  /** A share of one, `12,3 %`; what is there but too little to be seen is `< 0,1 %`. */
  share(value: number): string;
  /** A relative change with its sign, `+4,2 %`. */
  change(value: number): string;
}

const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';

/** A true minus sign has the width of a figure; the hyphen does not. */
function withMinus(text: string): string {
  return text.replace('-', MINUS);
}

function splitAtFraction(format: Intl.NumberFormat, amount: string): NumberParts {
  const parts = format.formatToParts(toNumeric(amount));
  const cut = parts.findIndex((part) => part.type === 'decimal');
  const text = (from: number, to: number) =>
    withMinus(
      parts
        .slice(from, to)
        .map((part) => part.value)
        .join(''),
    );
  return cut < 0
    ? { whole: text(0, parts.length), fraction: '' }
    : { whole: text(0, cut), fraction: text(cut, parts.length) };
}

/** Intl takes a decimal's text and keeps every digit of it. */
function toNumeric(amount: string): `${number}` {
  if (!isDecimal(amount)) throw new RangeError(`Not a decimal number: "${amount}"`);
  return amount;
}

/** @throws RangeError (from the functions) for text that is not a decimal number */
export function createNumberFormat(settings: NumberSettings): NumberFormat {
  const make = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(settings.locale, { useGrouping: 'always', ...options });
  const twoDecimals = make({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const asNeeded = make({ maximumFractionDigits: 3 });
  const none = make({ maximumFractionDigits: 0 });
  const oneDecimal = make({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const signed = make({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const prefix = settings.currencySymbol === null ? '' : settings.currencySymbol + NO_BREAK_SPACE;

  return {
    money: (amount) => prefix + withMinus(twoDecimals.format(toNumeric(amount))),
    moneyParts: (amount) => {
      const { whole, fraction } = splitAtFraction(twoDecimals, amount);
      return { whole: prefix + whole, fraction };
    },
    quantity: (amount) => withMinus(asNeeded.format(toNumeric(amount))),
    quantityParts: (amount) => splitAtFraction(asNeeded, amount),
    whole: (amount) => withMinus(none.format(typeof amount === 'number' ? amount : toNumeric(amount))),
    short: createShortFormat(settings, make),
    share: (value) => {
      const tooLittle = value > 0 && value < 0.0005;
      const shown = tooLittle ? `<${NO_BREAK_SPACE}${oneDecimal.format(0.1)}` : oneDecimal.format(value * 100);
      return withMinus(shown) + NO_BREAK_SPACE + '%';
    },
    change: (value) => withMinus(signed.format(value * 100)) + NO_BREAK_SPACE + '%',
  };
}

/** Intl's own short forms mix `K` and `k` in es-VE, and count 1200 million as `1200 M`. */
function createShortFormat(
  { magnitudes }: NumberSettings,
  make: (options: Intl.NumberFormatOptions) => Intl.NumberFormat,
): (value: number) => string {
  const format = make({ maximumSignificantDigits: 3 });
  const steps: readonly (readonly [number, string])[] = [
    [1e9, magnitudes.billion],
    [1e6, magnitudes.million],
    [1e3, magnitudes.thousand],
  ];
  return (value) => {
    const step = steps.find(([size]) => Math.abs(value) >= size);
    if (step === undefined) return withMinus(format.format(value));
    return withMinus(format.format(value / step[0])) + NO_BREAK_SPACE + step[1];
  };
}
