import { describe, expect, test } from 'vitest';
import { decimalSigns, readDecimal, writeDecimal } from './decimal-input.ts';

const spanish = decimalSigns('es-VE');
const english = decimalSigns('en-US');

describe('what a person typed', () => {
  test.each([
    ['12', '12'],
    ['1,5', '1.5'],
    ['1.5', '1.5'],
    ['1.500', '1500'],
    ['1.250.000,75', '1250000.75'],
    [' 1 250,5 ', '1250.5'],
    ['-3,25', '-3.25'],
    ['−3', '-3'],
    [',5', '0.5'],
    ['5,', '5'],
    ['007', '7'],
    ['0,0001', '0.0001'],
    ['12345678901234567890,1234', '12345678901234567890.1234'],
    ['', ''],
  ])('%s in Spanish is %s', (typed, value) => expect(readDecimal(typed, spanish)).toBe(value));

  test.each([
    ['1,500', '1500'],
    ['1.5', '1.5'],
    ['1,5', '1.5'],
    ['1,250.5', '1250.5'],
  ])('%s in English is %s', (typed, value) => expect(readDecimal(typed, english)).toBe(value));

  test.each(['doce', '1,2,3', '1.2.3', '1e5', '-', '12 kg', '1.50.000'])('%s stays as it is: no number', (typed) =>
    expect(readDecimal(typed, spanish)).toBe(typed),
  );
});

test('a decimal is written with every digit', () => {
  expect(writeDecimal('12345.0625', 'es-VE')).toBe('12.345,0625');
  expect(writeDecimal('12345.0625', 'en-US')).toBe('12,345.0625');
  expect(writeDecimal('doce', 'es-VE')).toBe('doce');
});
