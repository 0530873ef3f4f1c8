import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { resultTypes, toIsoInstant } from './result-types.ts';

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

/** As PostgreSQL prints the instant in a zone that many seconds east of Greenwich. */
function printed(instant: Date, east: number): string {
  const local = new Date(instant.getTime() + east * 1000);
  const day = `${pad(local.getUTCFullYear(), 4)}-${pad(local.getUTCMonth() + 1)}-${pad(local.getUTCDate())}`;
  const time = `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}:${pad(local.getUTCSeconds())}`;
  const [hours, minutes, seconds] = [3600, 60, 1].map((unit) => Math.floor(Math.abs(east) / unit) % 60);
  const offset = [
    pad(hours ?? 0),
    ...(minutes || seconds ? [pad(minutes ?? 0)] : []),
    ...(seconds ? [pad(seconds)] : []),
  ];
  return `${day} ${time}${east < 0 ? '-' : '+'}${offset.join(':')}`;
}

describe('toIsoInstant', () => {
  test('gives the same instant in UTC, whatever zone it was printed in', () => {
    const instants = fc.date({
      min: new Date('0001-01-02T00:00:00Z'),
      max: new Date('9999-12-30'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: -57_599, max: 57_599 }), (instant, east) => {
        instant.setUTCMilliseconds(0);
        expect(toIsoInstant(printed(instant, east))).toBe(instant.toISOString().replace('.000', ''));
      }),
    );
  });

  test('keeps microseconds as they are', () => {
    expect(toIsoInstant('2026-01-31 23:59:59.000001-04')).toBe('2026-02-01T03:59:59.000001Z');
  });

  test('leaves alone what has no such form', () => {
    for (const text of ['infinity', '-infinity', '0044-03-15 12:00:00+00 BC', '294276-12-31 23:59:59+00']) {
      expect(toIsoInstant(text)).toBe(text);
    }
  });
});

describe('resultTypes', () => {
  test('leave the global parsers of the driver alone', () => {
    const { DATE, TIMESTAMPTZ } = pg.types.builtins;
    expect(resultTypes.getTypeParser(DATE)('2026-01-31')).toBe('2026-01-31');
    expect(pg.types.getTypeParser(DATE)('2026-01-31')).toBeInstanceOf(Date);
    expect(pg.types.getTypeParser(TIMESTAMPTZ)('2026-01-31 00:00:00+00')).toBeInstanceOf(Date);
  });
});
