import { tmpdir } from 'node:os';
import * as fc from 'fast-check';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScratch } from '../../../duckdb/index.ts';
import { wholeQuotient } from './whole-quotient.ts';

let scratch: Awaited<ReturnType<typeof openScratch>>;

beforeAll(async () => {
  scratch = await openScratch({ folder: tmpdir() });
});

afterAll(() => scratch.close());

const text = (units: bigint, scale: number) => {
  const digits = String(units).padStart(scale + 1, '0');
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};

/** A quotient below 10^15, whole or just below the next, with a divisor that leaves the dividend 25 digits before the point. */
const division = fc
  .record({ quotient: fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), divisor: fc.bigInt({ min: 1n, max: 10n ** 16n }) })
  .chain(({ quotient, divisor }) =>
    fc.constantFrom(0n, divisor - 1n, divisor / 2n).map((rest) => ({
      quotient,
      dividend: text((quotient * divisor + rest) * 1_000_000n, 12),
      divisor: text(divisor, 6),
    })),
  );

describe('wholeQuotient', () => {
  it('is exact in DuckDB, which divides as DOUBLE', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(division, { minLength: 50, maxLength: 50 }), async (divisions) => {
        const rows = divisions.map(
          ({ dividend, divisor }) => `(${dividend}::DECIMAL(38,12), ${divisor}::DECIMAL(38,6))`,
        );
        const answer = await scratch.connection.runAndReadAll(
          `SELECT ${wholeQuotient(sql`a`, sql`b`).sql} FROM (VALUES ${rows.join()}) AS v (a, b)`,
        );
        expect(answer.getRows().map(([value]) => value)).toEqual(divisions.map(({ quotient }) => quotient));
      }),
      { numRuns: 20 },
    );
  });
});
