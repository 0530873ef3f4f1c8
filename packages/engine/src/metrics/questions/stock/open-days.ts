import sql, { type Sql } from 'sql-template-tag';
import { daysOf, type SalesFilter } from '../sales-filter.ts';

/** The days of the period on which each store sold anything: a SELECT of ubicacion_id and dias_abiertos. */
export function openDays(days: Pick<SalesFilter, 'stores' | 'from' | 'to'>): Sql {
  return sql`
    SELECT ubicacion_id, count(*) AS dias_abiertos FROM ventas_diarias WHERE ${daysOf(days)} GROUP BY ubicacion_id`;
}
