import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { cell, countCell, sumCell, textCell } from '../../cells.ts';
import { quotient } from '../../decimals.ts';
import { pageOf, type Page } from '../page.ts';
import { labelColumns, productLabels, type ProductLabels } from '../product-labels.ts';
import { cover, coverReads, type CoverFilter } from './cover.ts';

/** How long the stock of a product in a store lasts, with its arithmetic. */
export interface DaysOfCover extends ProductLabels {
  readonly ubicacion_id: string;
  /** The stock now. */
  readonly cantidad: string;
  /** The days that the demand is taken from, closed ones included. */
  readonly dias: number;
  /** On how many of these the store sold anything: fewer than expected where a load is missing. */
  readonly dias_con_ventas: number;
  /** The units sold in these days, less those brought back. */
  readonly unidades_vendidas: string;
  /** unidades_vendidas / dias, rounded to 4 decimals. */
  readonly demanda_diaria: string | null;
  /** cantidad / demanda_diaria in calendar days, rounded to 1 decimal, 0 below zero; null without a demand. */
  readonly dias_cobertura: string | null;
}

/** The products that stores keep stock of, with the days that it lasts: what runs out first is first, what was not sold last. */
export const daysOfCover: Question<CoverFilter & Page, DaysOfCover> = {
  name: 'días de cobertura',
  reads: coverReads,
  sql: (filter) => sql`
    SELECT c.*, ${labelColumns}
    FROM (${cover(filter)}) AS c JOIN productos AS p ON p.id = c.producto_id
    ORDER BY c.centesimas NULLS LAST, c.ubicacion_id COLLATE "C", c.producto_id COLLATE "C" ${pageOf(filter)}`,
  row: (raw) => {
    const [days, sold] = [textCell(raw, 'dias'), sumCell(raw, 'unidades')];
    const lasts = cell(raw, 'centesimas') !== null;
    return {
      ubicacion_id: textCell(raw, 'ubicacion_id'),
      ...productLabels(raw),
      cantidad: sumCell(raw, 'cantidad'),
      dias: Number(days),
      dias_con_ventas: countCell(raw, 'dias_con_ventas'),
      unidades_vendidas: sold,
      demanda_diaria: quotient(sold, days, 4),
      dias_cobertura: lasts ? quotient(textCell(raw, 'existencia_por_dias'), sold, 1) : null,
    };
  },
};
