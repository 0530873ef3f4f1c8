import { decimalText, type RawRow } from '../../../base/index.ts';
import { cell, countCell, sumCell } from '../../cells.ts';
import { difference, percentage, quotient } from '../../decimals.ts';
import { moneyCell } from '../currency.ts';

/**
 * What a set of sales lines comes to. Decimals are exact texts: money with at least 2 decimals, units without trailing
 * zeros; returns are subtracted.
 */
export interface SalesFigures {
  readonly lineas: number;
  readonly lineas_devueltas: number;
  readonly unidades: string;
  readonly venta_total: string;
  /** What the lines amount to of which quantity and cost are known: the margin is of these. */
  readonly venta_con_costo: string;
  /** The units' cost on the day of the sale. */
  readonly costo: string;
  /** venta_con_costo - costo. */
  readonly margen: string;
  /** margen / venta_con_costo in percent, rounded half away from zero to 2 decimals; null if venta_con_costo is zero. */
  readonly margen_porcentaje: string | null;
}

/** The same, with receipts. */
export interface SalesWithReceipts extends SalesFigures {
  /** Distinct invoice numbers of each store's day; lines without a number count in none. */
  readonly facturas: number;
  /** venta_total / facturas, rounded half away from zero to 2 decimals; null without receipts. */
  readonly ticket_promedio: string | null;
}

/** Reads the columns of `lineSums` or `sumsOfSumsIn`. A sum of nothing is zero. @throws FluxionError NO_EXCHANGE_RATE */
export function figures(raw: RawRow): SalesFigures {
  const sold = moneyCell(raw, 'monto_con_costo');
  const cost = moneyCell(raw, 'costo');
  const margin = decimalText(difference(sold, cost), 2);
  return {
    lineas: countCell(raw, 'lineas'),
    lineas_devueltas: countCell(raw, 'lineas_devueltas'),
    unidades: sumCell(raw, 'unidades'),
    venta_total: moneyCell(raw, 'monto'),
    venta_con_costo: sold,
    costo: cost,
    margen: margin,
    margen_porcentaje: percentage(margin, sold),
  };
}

/** Reads the column `facturas`, too. */
export function figuresWithReceipts(raw: RawRow): SalesWithReceipts {
  const facturas = countCell(raw, 'facturas');
  const ticket_promedio = quotient(cell(raw, 'monto') ?? '0', String(facturas), 2);
  return { ...figures(raw), facturas, ticket_promedio };
}

/** `monto` in percent of the column `total`, to 2 decimals; null if that is zero. */
export function shareOfTotal(raw: RawRow): string | null {
  return percentage(sumCell(raw, 'monto'), sumCell(raw, 'total'));
}
