import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { textCell } from '../../cells.ts';
import type { StockFilter } from './stock-filter.ts';
import { stockFigures, stockSums, stockSumsRead, type StockFigures } from './stock-sums.ts';

export interface StockOfStore extends StockFigures {
  readonly ubicacion_id: string;
  readonly nombre: string;
}

/** What the stock of each store is worth now; the highest value first. */
export const stockValueByStore: Question<StockFilter, StockOfStore> = {
  name: 'valor del inventario por tienda',
  reads: (filter) => [...stockSumsRead(filter), { table: 'ubicaciones' }],
  sql: (filter) => sql`
    SELECT s.*, u.nombre
    FROM (${stockSums(sql`s.ubicacion_id`, filter)}) AS s JOIN ubicaciones AS u ON u.id = s.clave
    ORDER BY s.valor DESC NULLS LAST, s.clave COLLATE "C"`,
  row: (raw) => ({ ubicacion_id: textCell(raw, 'clave'), nombre: textCell(raw, 'nombre'), ...stockFigures(raw) }),
};
