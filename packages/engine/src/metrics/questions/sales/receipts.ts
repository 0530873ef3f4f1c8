import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { countCell, sumCell } from '../../cells.ts';
import { quotient } from '../../decimals.ts';
import { sumsOfDaysIn } from '../currency.ts';
import { dailyRollups, dailySums, salesReads, type SalesFilter } from '../sales-filter.ts';
import { figuresWithReceipts, type SalesWithReceipts } from './figures.ts';

export interface Receipts extends SalesWithReceipts {
  /** Stores that have lines, and days of stores: what `facturas` spreads over. */
  readonly ubicaciones: number;
  readonly dias_de_tienda: number;
  /** Averages, rounded half away from zero to 2 decimals; null without receipts, or without days. */
  readonly lineas_por_factura: string | null;
  readonly unidades_por_factura: string | null;
  readonly facturas_por_dia: string | null;
}

/** The receipts with their average ticket, in one row, also if there are none. With products: the receipts that have one of them, and only what they have of those. */
export const receipts: Question<SalesFilter, Receipts> = {
  name: 'facturas',
  reads: salesReads,
  rollups: dailyRollups,
  sql: (filter) => sql`
    SELECT ${sumsOfDaysIn(filter)}, sum(facturas) AS facturas, count(DISTINCT ubicacion_id) AS ubicaciones, count(*) AS dias
    FROM ${dailySums(filter)}`,
  row: (raw) => {
    const receiptCount = sumCell(raw, 'facturas');
    return {
      ...figuresWithReceipts(raw),
      ubicaciones: countCell(raw, 'ubicaciones'),
      dias_de_tienda: countCell(raw, 'dias'),
      lineas_por_factura: quotient(sumCell(raw, 'lineas'), receiptCount, 2),
      unidades_por_factura: quotient(sumCell(raw, 'unidades'), receiptCount, 2),
      facturas_por_dia: quotient(receiptCount, sumCell(raw, 'dias'), 2),
    };
  },
};
