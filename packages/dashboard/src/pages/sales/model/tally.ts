import { marginOf, quotientOf, sumDecimals, type Earned } from '../../../figures/index.ts';
import type { Measure } from '../address/index.ts';

/** What a set of sales lines comes to; amounts and quantities are exact decimals. */
export interface Tally {
  readonly amount: string;
  readonly units: string;
  /** Of the lines whose cost is known; null if none is. */
  readonly margin: string | null;
  /** Null where the answer does not count receipts: by product, by category, by hour. */
  readonly receipts: number | null;
  readonly lines: number;
  readonly returned: number;
}

/** A row of an answer, as far as it is a tally. */
export interface FiguresRow extends Earned {
  readonly venta_total: string;
  readonly unidades: string;
  readonly lineas: number;
  readonly lineas_devueltas: number;
  readonly facturas?: number;
}

/** The tally of a row, or null if there are no lines: no data, which is not a sale of zero. */
export function tallyOf(row: FiguresRow): Tally | null {
  if (row.lineas === 0) return null;
  return {
    amount: row.venta_total,
    units: row.unidades,
    margin: marginOf(row),
    receipts: row.facturas ?? null,
    lines: row.lineas,
    returned: row.lineas_devueltas,
  };
}

/**
 * The tally of several sets of lines that have no line in common; null if none has any. Receipts are a store's day's own, so
 * those of different stores and days add up.
 */
export function sumTallies(tallies: Iterable<Tally | null>): Tally | null {
  const present = [...tallies].filter((tally) => tally !== null);
  if (present.length === 0) return null;
  const sum = (of: (tally: Tally) => string) => sumDecimals(present.map(of));
  const count = (of: (tally: Tally) => number) => present.reduce((total, tally) => total + of(tally), 0);
  const margins = present.map(({ margin }) => margin).filter((margin) => margin !== null);
  const receipts = present.map((tally) => tally.receipts).filter((number) => number !== null);
  return {
    amount: sum(({ amount }) => amount),
    units: sum(({ units }) => units),
    margin: margins.length === 0 ? null : sumDecimals(margins),
    receipts: receipts.length < present.length ? null : receipts.reduce((total, each) => total + each, 0),
    lines: count(({ lines }) => lines),
    returned: count(({ returned }) => returned),
  };
}

/** A measure of a tally as exact text; null where it has none. */
export function measured(tally: Tally | null, measure: Measure): string | null {
  if (tally === null) return null;
  switch (measure) {
    case 'ventas':
      return tally.amount;
    case 'unidades':
      return tally.units;
    case 'margen':
      return tally.margin;
    case 'facturas':
      return tally.receipts === null ? null : String(tally.receipts);
    case 'ticket':
      return tally.receipts === null ? null : quotientOf(tally.amount, String(tally.receipts), 2);
  }
}

/** The measure itself, or sales where the answer does not count receipts. */
export function withoutReceipts(measure: Measure): Measure {
  return measure === 'facturas' || measure === 'ticket' ? 'ventas' : measure;
}
