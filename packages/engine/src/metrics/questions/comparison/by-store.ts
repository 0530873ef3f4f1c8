import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { cell, textCell } from '../../cells.ts';
import { dailyRollups, salesReads, type SalesFilter } from '../sales-filter.ts';
import { readsOfPeriods } from './periods.ts';
import { comparedFigures, comparedSales, type ComparedSales } from './with-receipts.ts';

export interface ComparedStore extends ComparedSales {
  readonly ubicacion_id: string;
  readonly nombre: string | null;
}

/** Each store that has lines in one of the periods, the highest amount of the one that is asked about first. */
export const salesComparedByStore: Question<SalesFilter, ComparedStore> = {
  name: 'comparación de ventas por tienda',
  reads: (filter) => [...readsOfPeriods(filter, salesReads), { table: 'ubicaciones' }],
  rollups: dailyRollups,
  sql: (filter) => sql`
    SELECT comparado.*, u.nombre
    FROM (${comparedSales(filter, () => sql`ubicacion_id`, sql`ubicacion_id`)}) AS comparado
    LEFT JOIN ubicaciones AS u ON u.id = comparado.clave
    ORDER BY actual_monto DESC NULLS LAST, clave COLLATE "C"`,
  row: (raw) => ({ ubicacion_id: textCell(raw, 'clave'), nombre: cell(raw, 'nombre'), ...comparedFigures(raw) }),
};
