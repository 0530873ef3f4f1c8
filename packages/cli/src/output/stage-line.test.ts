import { describe, expect, it } from 'vitest';
import { barLine, endLine, logLine } from './stage-line.ts';

const state = { label: 'ventas_raw', rows: 527_187, totalRows: 2_108_751, elapsedMs: 1000 };

describe('barLine', () => {
  it('shows the share, the rate and the time left', () => {
    expect(barLine(state, 200)).toBe(
      'ventas_raw  [#####...................]   24%  527,187 rows  527,187 rows/s  ETA 3.0 s',
    );
  });

  it('is never wider than the terminal', () => {
    expect(barLine(state, 30)).toBe('ventas_raw  [#####............');
  });

  it('shows no share of an unknown whole, and no rate of the first moment', () => {
    expect(barLine({ ...state, totalRows: undefined, elapsedMs: 100 }, 200)).toBe('ventas_raw  527,187 rows  ...');
    expect(barLine({ ...state, totalRows: 0, rows: 0 }, 200)).toBe('ventas_raw  ...');
  });

  it('stays at 100% when more rows come than were foreseen', () => {
    expect(barLine({ ...state, rows: 3_000_000 }, 200)).toContain('[########################]  100%');
  });
});

describe('logLine', () => {
  it('says the same on one line without a bar', () => {
    expect(logLine(state)).toBe('ventas_raw: 24%, 527,187 rows, 527,187 rows/s, ETA 3.0 s');
  });
});

describe('endLine', () => {
  it('says what was done and how long it took', () => {
    expect(endLine({ ...state, rows: 2_108_751, elapsedMs: 65_000 }, undefined)).toBe(
      'ventas_raw: 2,108,751 rows, 32,442 rows/s, 1 min 05 s',
    );
    expect(endLine({ ...state, elapsedMs: 12_340 }, '14 indexes')).toBe('ventas_raw: 14 indexes, 12 s');
    expect(endLine({ ...state, rows: 0, totalRows: 0, elapsedMs: 40 }, undefined)).toBe('ventas_raw: 0 rows, 0.0 s');
    expect(endLine({ ...state, rows: 0, totalRows: undefined, elapsedMs: 800 }, undefined)).toBe('ventas_raw: 0.8 s');
  });
});
