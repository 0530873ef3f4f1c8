import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FluxionError } from '../../../base/index.ts';
import { interpretTexts, outcomes, sale, type Texts } from '../testing/interpret-texts.ts';

type Formats = NonNullable<NonNullable<Texts['description']>['values']>;

async function amounts(texts: readonly string[], values: Formats = {}, more: Partial<Texts> = {}): Promise<unknown[]> {
  const rows = texts.map((monto_total) => sale({ cantidad: '1', monto_total }));
  return outcomes(await interpretTexts({ rows, description: { values }, ...more }), 'monto_total');
}

async function refusal(texts: readonly string[], more: Partial<Texts> = {}): Promise<FluxionError> {
  const error = await amounts(texts, {}, more).catch((thrown: unknown) => thrown);
  if (!(error instanceof FluxionError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  return error;
}

describe('numbers', () => {
  it('are read in every notation', async () => {
    const notations = [
      ['1234.5', '1234.500000'],
      ['-1,234.50', '-1234.500000'],
      ['1,234,567', '1234567.000000'],
      ['(4.25)', '-4.250000'],
      ['5.1-', '-5.100000'],
      ['\u22127.25', '-7.250000'],
      ['+2.5', '2.500000'],
      ['Bs. 1,000.75', '1000.750000'],
      ['Bs7.5', '7.500000'],
      ['-$3.10', '-3.100000'],
      ['$ -3.10', '-3.100000'],
      ['12.50 €', '12.500000'],
      ['1 000.5', '1000.500000'],
      ['1\u00a0000.5', '1000.500000'],
      ["1'234'567.5", '1234567.500000'],
      ['\u00a0 8.5 \t', '8.500000'],
      ['.5', '0.500000'],
      ['5.', '5.000000'],
      ['1.5E+3', '1500.000000'],
      ['25e-3', '0.025000'],
      ['1.50000000', '1.500000'],
    ] as const;
    const found = await amounts(notations.map(([text]) => text));
    expect(found).toEqual(notations.map(([, value]) => value));
  });

  it('rejects what is none, or has no room, and says why', async () => {
    const texts = ['NaN', 'inf', 'N/A', '1,2.3', '--1', '(1', '1_000', '0x10', '1e-7', '0.1234567', '1234567890123.5'];
    expect(await amounts(['0.5', ...texts])).toEqual([
      '0.500000',
      ...Array.from({ length: 8 }, () => 'monto_total is not a number'),
      'monto_total has more than 6 decimals',
      'monto_total has more than 6 decimals',
      'monto_total has more than 12 digits before the decimal sign',
    ]);
  });

  it('rounds half away from zero where that is told', async () => {
    const texts = ['0.1234565', '-0.1234565', '0.12345649999'];
    expect(await amounts(texts, { excessDecimals: 'round' })).toEqual(['0.123457', '-0.123457', '0.123456']);
  });

  it('takes no fraction of an integer but zeros', async () => {
    const rows = ['3', '3.0', '3.5', '3000000000', ''].map((linea) => sale({ linea }));
    expect(outcomes(await interpretTexts({ rows }), 'linea')).toEqual([
      3,
      3,
      'linea is not a whole number',
      'linea is too large for a whole number',
      null,
    ]);
  });

  it('recognises the decimal sign by any value of any numeric column', async () => {
    const rows = [sale({ cantidad: '2', monto_total: '1.500' }), sale({ cantidad: '0,5', monto_total: '7' })];
    const tried = await interpretTexts({ rows });
    expect(tried.recognised['decimal']).toBe(',');
    expect(outcomes(tried, 'monto_total')).toEqual(['1500.000000', '7.000000']);
  });

  it.each([
    ['1.234,5', ','],
    ['12,34', ','],
    ['1234,567', ','],
    ['1 234,567', ','],
    ['1,234.567', '.'],
    ['.125', '.'],
    ['1.234E+3', '.'],
  ])('%s proves %s', async (text, decimal) => {
    const tried = await interpretTexts({ rows: [sale({ monto_total: text })] });
    expect(tried.recognised['decimal']).toBe(decimal);
  });

  it('needs no sign for whole numbers', async () => {
    const tried = await interpretTexts({ rows: [sale({ monto_total: '1500' })] });
    expect(tried.recognised).not.toHaveProperty('decimal');
    expect(tried.loaded[0]).toMatchObject({ monto_total: '1500.000000' });
  });

  it('asks where only unclear values tell, and takes what it is told', async () => {
    const { code, message } = await refusal(['12', '1.234']);
    expect(code).toBe('FEED_AMBIGUOUS');
    expect(message).toContain('1.234 (line 3, monto_total)');
    expect(message).toContain('--decimal');
    expect(message).toContain('1234 or 1.234');
    expect(await amounts(['12', '1.234'], { decimal: ',' })).toEqual(['12.000000', '1234.000000']);
    expect(await amounts(['12', '1.234'], { decimal: '.' })).toEqual(['12.000000', '1.234000']);
    expect(await amounts(['12', '1.234'], {}, { nativeNumbers: true })).toEqual(['12.000000', '1.234000']);
  });

  it('asks where values contradict each other, however far apart, and rejects the others once told', async () => {
    const many = Array.from({ length: 1500 }, () => '2.50');
    const { code, message } = await refusal([...many, '1.234,56']);
    expect(code).toBe('FEED_AMBIGUOUS');
    expect(message).toContain('1.234,56 (line 1502, monto_total) has a decimal comma, 2.50 (line 2, monto_total)');
    expect(await amounts(['2.50', '1.234,56'], { decimal: '.' })).toEqual([
      '2.500000',
      "monto_total is written with a decimal comma, and the file's numbers with a decimal point",
    ]);
  });

  it('finds the sign behind the first lines', async () => {
    const many = Array.from({ length: 1500 }, () => '1.000');
    expect((await amounts([...many, '0,5'])).slice(-2)).toEqual(['1000.000000', '0.500000']);
  });

  it('comes back exactly from every notation', async () => {
    const number = fc.record({
      whole: fc.stringMatching(/^(0|[1-9]\d{0,11})$/),
      fraction: fc.stringMatching(/^\d{0,6}$/),
      negative: fc.boolean(),
      notation: fc.constantFrom('plain', 'grouped', 'spaced', 'exponent', 'money'),
      minus: fc.constantFrom('front', 'behind', 'parentheses'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(number, { minLength: 1, maxLength: 200 }),
        fc.constantFrom('.', ','),
        async (all, decimal) => {
          const found = await amounts(
            all.map((one) => written(one, decimal)),
            { decimal },
          );
          expect(found).toEqual(
            all.map(({ whole, fraction, negative }) => {
              const isZero = /^0*$/.test(whole + fraction);
              return `${negative && !isZero ? '-' : ''}${whole}.${fraction.padEnd(6, '0')}`;
            }),
          );
        },
      ),
      { numRuns: 6 },
    );
  }, 30_000);
});

interface Written {
  readonly whole: string;
  readonly fraction: string;
  readonly negative: boolean;
  readonly notation: string;
  readonly minus: string;
}

function written({ whole, fraction, negative, notation, minus }: Written, decimal: '.' | ','): string {
  const separator = notation === 'spaced' ? '\u00a0' : decimal === '.' ? ',' : '.';
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, separator);
  const point = fraction === '' ? '' : decimal + fraction;
  const texts: Record<string, string> = {
    plain: whole + point,
    grouped: grouped + point,
    spaced: grouped + point,
    exponent: `${whole}${fraction}E-${fraction.length}`,
    money: `Bs. ${grouped}${point}`,
  };
  const text = texts[notation] ?? whole;
  if (!negative) return text;
  if (minus === 'front') return `-${text}`;
  return minus === 'behind' ? `${text}-` : `(${text})`;
}
