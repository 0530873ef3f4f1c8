import type { AnswerTo } from '../../../client/index.ts';
import type { StockState } from '../../../components/stock/index.ts';
import { productOf, quotientOf, sumDecimals } from '../../../figures/index.ts';

/** The stock of a store, or of a category. */
export type StockSummary = AnswerTo<'resumirStock'>['datos'][number];

/** How many products are in each state. */
export type StateCounts = Readonly<Record<StockState, number>>;

/** What the rows come to; amounts are exact. */
export interface StockTotals {
  /** At cost, of what is above zero. */
  readonly value: string;
  readonly units: string;
  readonly products: number;
  readonly withoutCost: number;
  readonly negatives: number;
  readonly negativeUnits: string;
  readonly negativeValue: string;
  readonly configured: number;
  readonly states: StateCounts;
}

/** A product counts once in each store that has it, as in the rows. */
export function totalsOf(rows: readonly StockSummary[]): StockTotals {
  const sum = (column: 'valor' | 'unidades' | 'unidades_negativas' | 'valor_negativo') =>
    sumDecimals(rows.map((row) => row[column]));
  const count = (of: (row: StockSummary) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    value: sum('valor'),
    units: sum('unidades'),
    products: count((row) => row.productos),
    withoutCost: count((row) => row.productos_sin_costo),
    negatives: count((row) => row.productos_negativos),
    negativeUnits: sum('unidades_negativas'),
    negativeValue: sum('valor_negativo'),
    configured: count((row) => row.configurados),
    states: {
      SIN_STOCK: count((row) => row.sin_stock),
      CRITICO: count((row) => row.criticos),
      BAJO: count((row) => row.bajos),
      NORMAL: count((row) => row.normales),
      EXCESO: count((row) => row.excesos),
    },
  };
}

export function statesOf(row: StockSummary): StateCounts {
  return totalsOf([row]).states;
}

/** Those that somebody should order: none at all, or no more than the minimum. */
export function urgentOf(states: StateCounts): number {
  return states.SIN_STOCK + states.CRITICO;
}

/** What was sold of it, at cost, in some days. */
export interface Sold {
  readonly cost: string;
  readonly days: number;
}

/**
 * How many days the stock lasts at the pace at which it was sold, with one decimal: value / (cost of what was sold / days). Both
 * at cost, so that products of any unit add up. Null where nothing was sold.
 */
export function coverOf(value: string, sold: Sold | undefined): string | null {
  if (sold === undefined || Number(sold.cost) <= 0) return null;
  return quotientOf(productOf(value, String(sold.days)), sold.cost, 1);
}
