import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { countCell, sumCell, textCell } from '../../cells.ts';
import { percentage } from '../../decimals.ts';
import { missingOfAll, moneyCell } from '../currency.ts';
import { bothClasses, bothClassesRead, type BothClassesFilter } from './both-classes.ts';
import { valueClass, variationClass, type ValueFigures, type VariationFigures } from './class-rows.ts';

/** A cell of the matrix. */
export interface AbcXyzCell {
  readonly abc: ValueFigures['abc'];
  /** Null: the products that have no XYZ class. */
  readonly xyz: VariationFigures['xyz'];
  readonly productos: number;
  /** productos in percent of all products, to 2 decimals; null if there are none. */
  readonly productos_porcentaje: string | null;
  readonly unidades: string;
  readonly valor: string;
  /** valor in percent of total, to 2 decimals; null if that is zero. */
  readonly valor_porcentaje: string | null;
  /** The value of all cells: less than the total of the ABC classes where products were paid back for more than they brought. */
  readonly total: string;
}

/**
 * The ABC classes crossed with the XYZ classes: A before B before C, in each X, Y, Z and the products without an XYZ class.
 * Always these twelve cells, also empty ones. `abcXyzProducts` tells what each product's place follows from.
 */
export const abcXyzMatrix: Question<BothClassesFilter, AbcXyzCell> = {
  name: 'matriz ABC-XYZ',
  reads: bothClassesRead,
  sql: (filter) => sql`
    SELECT celda.abc, celda.xyz, coalesce(d.productos, 0) AS productos, d.unidades, d.valor,
      sum(d.productos) OVER () AS todos, coalesce(sum(d.valor) OVER (), 0) AS total${missingOfAll(filter, sql`max(d.todas_sin_tasa) OVER ()`)}
    FROM (
      SELECT a.abc, x.xyz FROM (VALUES ('A'), ('B'), ('C')) AS a (abc)
      CROSS JOIN (VALUES ('X'), ('Y'), ('Z'), (NULL)) AS x (xyz)) AS celda
    LEFT JOIN (
      SELECT c.abc, v.xyz, count(*) AS productos, sum(c.unidades) AS unidades, sum(c.valor) AS valor${missingOfAll(filter, sql`max(c.todas_sin_tasa)`)}
      FROM ${bothClasses(filter)}
      GROUP BY c.abc, v.xyz) AS d ON d.abc = celda.abc AND d.xyz IS NOT DISTINCT FROM celda.xyz
    ORDER BY celda.abc COLLATE "C", celda.xyz COLLATE "C" NULLS LAST`,
  row: (raw) => ({
    abc: valueClass(raw),
    xyz: variationClass(raw),
    productos: countCell(raw, 'productos'),
    productos_porcentaje: percentage(textCell(raw, 'productos'), String(countCell(raw, 'todos'))),
    unidades: sumCell(raw, 'unidades'),
    valor: moneyCell(raw, 'valor'),
    valor_porcentaje: percentage(sumCell(raw, 'valor'), textCell(raw, 'total')),
    total: moneyCell(raw, 'total'),
  }),
};
