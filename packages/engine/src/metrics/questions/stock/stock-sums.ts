import sql, { type Sql } from 'sql-template-tag';
import type { Need, RawRow } from '../../../base/index.ts';
import { countCell, sumCell } from '../../cells.ts';
import { percentage } from '../../decimals.ts';
import { ofStores } from '../../sql.ts';
import { inStockOf, stockValue, type StockFilter } from './stock-filter.ts';

/** What a set of stock comes to, at cost. Money has at least 2 decimals. Below zero is told apart: it is no stock, but a sign of wrong records. */
export interface StockFigures {
  /** Products of stores that are in stock: one that two stores have counts twice. */
  readonly productos: number;
  readonly unidades: string;
  readonly valor: string;
  /** valor in percent of all rows', to 2 decimals; null if that is zero. */
  readonly porcentaje: string | null;
  /** How many of productos have no cost, so that `valor` lacks them. */
  readonly productos_sin_costo: number;
  readonly productos_negativos: number;
  readonly unidades_negativas: string;
  readonly valor_negativo: string;
}

/**
 * The sums of the filter's stock by a column.
 * @param key the column, of `stock_actual AS s` and `productos AS p`
 * @returns a SELECT of clave and what `stockFigures` reads
 */
export function stockSums(key: Sql, filter: StockFilter): Sql {
  return sql`
    SELECT sumado.*, sum(valor) OVER () AS total
    FROM (
      SELECT clave,
        count(*) FILTER (WHERE cantidad > 0) AS productos,
        sum(CASE WHEN cantidad > 0 THEN cantidad END) AS unidades,
        sum(CASE WHEN cantidad > 0 THEN valor END) AS valor,
        count(*) FILTER (WHERE cantidad > 0 AND valor IS NULL) AS productos_sin_costo,
        count(*) FILTER (WHERE cantidad < 0) AS productos_negativos,
        sum(CASE WHEN cantidad < 0 THEN cantidad END) AS unidades_negativas,
        sum(CASE WHEN cantidad < 0 THEN valor END) AS valor_negativo
      FROM (
        SELECT ${key} AS clave, s.cantidad, ${stockValue} AS valor
        FROM stock_actual AS s JOIN productos AS p ON p.id = s.producto_id
        WHERE ${inStockOf(filter)}) AS existencia
      GROUP BY clave) AS sumado`;
}

/** Reads the columns of `stockSums` but for its key. */
export function stockFigures(raw: RawRow): StockFigures {
  return {
    productos: countCell(raw, 'productos'),
    unidades: sumCell(raw, 'unidades'),
    valor: sumCell(raw, 'valor', 2),
    porcentaje: percentage(sumCell(raw, 'valor'), sumCell(raw, 'total')),
    productos_sin_costo: countCell(raw, 'productos_sin_costo'),
    productos_negativos: countCell(raw, 'productos_negativos'),
    unidades_negativas: sumCell(raw, 'unidades_negativas'),
    valor_negativo: sumCell(raw, 'valor_negativo', 2),
  };
}

/** What the sums are read from. */
export function stockSumsRead(filter: StockFilter): readonly Need[] {
  return [ofStores('stock_actual', filter.stores), { table: 'productos' }];
}
