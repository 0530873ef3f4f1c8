import { tableFromIPC } from 'apache-arrow';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeArrow } from './arrow.ts';
import { everyMissing, everyType, written } from './testing/written.ts';

/** The values of a column, as JSON has them in the rows. */
async function columnsRead(rows: Parameters<typeof written>[2], batchSize?: number): Promise<unknown[][]> {
  const table = tableFromIPC(await written(writeArrow, everyType, rows, batchSize === undefined ? {} : { batchSize }));
  return everyType.map(({ name }) => [...(table.getChild(name) ?? [])]);
}

it('declares exact types', async () => {
  const { schema } = tableFromIPC(await written(writeArrow, everyType, []));
  expect(schema.fields.map(({ name, type, nullable }) => `${name} ${String(type)} ${nullable}`)).toEqual([
    'texto Utf8 true',
    'entero Int64 true',
    'decimal Decimal[38e+6] true',
    'fecha Date32<DAY> true',
    'momento Timestamp<MICROSECOND, UTC> true',
    'si Bool true',
  ]);
});

it('holds values exactly, in their order, whatever the batches', async () => {
  const digits = fc.bigInt({ min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n });
  const days = fc.integer({ min: -300_000, max: 2_000_000 });
  const row = fc.tuple(
    fc.option(fc.string({ unit: 'grapheme' })),
    fc.option(fc.maxSafeInteger()),
    fc.option(digits),
    fc.option(days),
    fc.option(fc.bigInt({ min: -62_135_596_800_000_000n, max: 253_402_300_799_999_999n })),
    fc.option(fc.boolean()),
  );
  const decimalText = (value: bigint) => {
    const text = String(value < 0n ? -value : value).padStart(7, '0');
    return `${value < 0n ? '-' : ''}${text.slice(0, -6)}.${text.slice(-6)}`;
  };
  const dayText = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  const instantText = (microseconds: bigint) => {
    const seconds = (microseconds - (((microseconds % 1_000_000n) + 1_000_000n) % 1_000_000n)) / 1_000_000n;
    const fraction = String(microseconds - seconds * 1_000_000n).padStart(6, '0');
    return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
  };
  const mapped = <T, R>(value: T | null, map: (value: T) => R) => (value === null ? null : map(value));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), fc.integer({ min: 1, max: 12 }), async (rows, batchSize) => {
      const given = rows.map(([text, integer, decimal, day, instant, is]) => [
        text,
        integer,
        mapped(decimal, decimalText),
        mapped(day, dayText),
        mapped(instant, instantText),
        is,
      ]);
      const table = tableFromIPC(await written(writeArrow, everyType, given, { batchSize }));
      const words = [...(table.getChild('decimal') ?? [])];
      const decimals = words.map((value: Uint32Array | null) =>
        mapped(value, (parts) =>
          BigInt.asIntN(
            128,
            [...parts].reduceRight((all, part) => (all << 32n) | BigInt(part), 0n),
          ),
        ),
      );
      expect(decimals).toEqual(rows.map(([, , decimal]) => decimal));
      expect([...(table.getChild('texto') ?? [])]).toEqual(rows.map(([text]) => text));
      expect([...(table.getChild('entero') ?? [])]).toEqual(rows.map(([, integer]) => mapped(integer, BigInt)));
      expect([...(table.getChild('si') ?? [])]).toEqual(rows.map((values) => values[5]));
      expect(table.getChild('fecha')?.data.flatMap(({ values, length }) => [...values.subarray(0, length)])).toEqual(
        rows.map(([, , , day]) => day ?? 0),
      );
      expect(table.getChild('momento')?.data.flatMap(({ values, length }) => [...values.subarray(0, length)])).toEqual(
        rows.map((values) => values[4] ?? 0n),
      );
    }),
    { numRuns: 60 },
  );
});

it('holds missing values of every type', async () => {
  expect(await columnsRead([everyMissing, everyMissing, everyMissing], 2)).toEqual(
    everyType.map(() => [null, null, null]),
  );
});

it.each([
  [2, '0.0000001'],
  [2, `1${'0'.repeat(32)}`],
  [2, 'NaN'],
  [3, 'infinity'],
  [4, '0044-03-15 BC'],
  [1, '9223372036854775808'],
])('refuses what column %i cannot hold: %s', async (column, value) => {
  const row = everyMissing.map((missing, index) => (index === column ? value : missing));
  await expect(written(writeArrow, everyType, [row])).rejects.toMatchObject({ problem: 'NOT_ACCEPTABLE' });
});
