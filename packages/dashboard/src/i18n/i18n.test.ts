import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDateFormat } from './dates.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { createLocale } from './locale.ts';
import { moneyFormatOf } from './money.ts';
import { createNumberFormat } from './numbers.ts';

const settings = { locale: 'es-VE', currencySymbol: null, magnitudes: es.numbers };
const numbers = createNumberFormat(settings);
const dates = createDateFormat('es-VE');
/** Spaces that do not break look like any other in a failure. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
  test('money has two decimals and its own separators', () => {
    expect(numbers.money('493770956.56')).toBe('493.770.956,56');
    expect(numbers.money('1234.5')).toBe('1.234,50');
    expect(numbers.money('0')).toBe('0,00');
    expect(numbers.money('-1234.5')).toBe('\u22121.234,50');
    expect(numbers.money('1.005')).toBe('1,01');
  });

  test('money keeps digits that no float could', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (cents) => {
        const digits = cents.toString().padStart(3, '0');
        const amount = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(numbers.money(amount).replace(/\D/g, '')).toBe(digits);
        const { whole, fraction } = numbers.moneyParts(amount);
        expect(whole + fraction).toBe(numbers.money(amount));
        expect(fraction).toBe(`,${digits.slice(-2)}`);
      }),
    );
  });

  test('the chain’s symbol stands before money alone', () => {
    const bolivares = createNumberFormat({ ...settings, currencySymbol: 'Bs' });
    expect(plain(bolivares.money('12.5'))).toBe('Bs 12,50');
    expect(plain(bolivares.moneyParts('12.5').whole)).toBe('Bs 12');
    expect(bolivares.quantity('12.5')).toBe('12,5');
  });

  test('quantities have the decimals they have', () => {
    expect(numbers.quantity('4637202.846')).toBe('4.637.202,846');
    expect(numbers.quantity('4637202.000')).toBe('4.637.202');
    expect(numbers.quantityParts('12')).toEqual({ whole: '12', fraction: '' });
    expect(numbers.whole('12.5')).toBe('13');
    expect(numbers.whole(1234)).toBe('1.234');
  });

  test('short forms grow by thousands', () => {
    const shorts = [0, 950, 1500, 15_000, 450_000, 1_250_000, 12_500_000, 2_500_000_000, -1500];
    expect(shorts.map((value) => plain(numbers.short(value)))).toEqual([
      '0',
      '950',
      '1,5 mil',
      '15 mil',
      '450 mil',
      '1,25 M',
      '12,5 M',
      '2,5 mil M',
      '\u22121,5 mil',
    ]);
  });

  test('shares and changes are percentages', () => {
    expect(plain(numbers.share(0.1234))).toBe('12,3 %');
    expect(plain(numbers.share(0))).toBe('0,0 %');
    expect(plain(numbers.share(0.00002))).toBe('< 0,1 %');
    expect(plain(numbers.change(0.042))).toBe('+4,2 %');
    expect(plain(numbers.change(-0.0111))).toBe('\u22121,1 %');
    expect(plain(numbers.change(0))).toBe('0,0 %');
  });

  test('what is no number is an error, not a figure', () => {
    expect(() => numbers.money('mucho')).toThrow(RangeError);
    expect(() => numbers.quantity('')).toThrow(RangeError);
  });
});

describe('dates', () => {
  test('are short, without full stops', () => {
    expect(plain(dates.day('2025-11-05'))).toBe('5 nov 2025');
    expect(plain(dates.dayWithWeekday('2025-11-05'))).toBe('mié 5 nov 2025');
    expect(plain(dates.dayOfYear('2025-01-31'))).toBe('31 ene');
    expect(dates.month('2025-01-31')).toBe('ene');
  });

  test('ranges say nothing twice', () => {
    const write = (from: string, to: string) => plain(dates.range({ from, to }));
    expect(write('2025-11-01', '2025-11-30')).toBe('1 – 30 nov 2025');
    expect(write('2025-10-02', '2025-11-01')).toBe('2 oct – 1 nov 2025');
    expect(write('2024-12-31', '2025-01-01')).toBe('31 dic 2024 – 1 ene 2025');
    expect(write('2025-11-01', '2025-11-01')).toBe('1 nov 2025');
  });

  test('a day stays that day, wherever the browser is', () => {
    const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(plain(dates.day(iso))).toMatch(new RegExp(`^${Number(iso.slice(8))} [a-z]+ ${iso.slice(0, 4)}$`));
      }),
    );
  });
});

describe('English', () => {
  /** Every text by the way to it; of a text with parts, what it makes of some. */
  function leaves(texts: unknown, way: string): [string, string][] {
    if (typeof texts === 'string') return [[way, texts]];
    if (typeof texts === 'function') return [[way, String(texts('7', '7'))]];
    return Object.entries(texts ?? {}).flatMap(([name, inner]) => leaves(inner, `${way}.${name}`));
  }

  test('has every text, and none is left in Spanish', () => {
    const spanish = new Map(leaves(es, ''));
    const english = leaves(en, '');
    expect(english.map(([way]) => way)).toEqual([...spanish.keys()]);
    // Names, signs, and what is the same word in both languages.
    const same = english.filter(([way, text]) => text === spanish.get(way)).map(([, text]) => text);
    expect(new Set(same)).toEqual(new Set(['Fluxion', 'ABC-XYZ', 'Bolívares', 'npx fluxion token', '', 'M', '—']));
    expect(english.filter(([, text]) => /[¿¡ñ]|ción\b/.test(text))).toEqual([]);
  });

  test('writes numbers and days its own way', () => {
    const english = createLocale('en');
    expect(english.numbers.money('1234567.8')).toBe('1,234,567.80');
    expect(plain(english.dates.range({ from: '2025-11-01', to: '2025-11-30' }))).toBe('1 – 30 Nov 2025');
    expect(plain(english.numbers.short(1_250_000))).toBe('1.25 M');
  });
});

test('money is written with the sign of its currency, in every language', () => {
  const write = (language: 'es' | 'en', symbol: string) => moneyFormatOf(createLocale(language), symbol);
  expect(plain(write('es', 'Bs').money('-1234.5'))).toBe('Bs \u22121.234,50');
  expect(plain(write('en', '$').money('1234.5'))).toBe('$ 1,234.50');
  expect(plain(write('es', '$').short(1_250_000))).toBe('$ 1,25 M');
  expect(write('es', 'Bs')).toBe(write('es', 'Bs'));
});
