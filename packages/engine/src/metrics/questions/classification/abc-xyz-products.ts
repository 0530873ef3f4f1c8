import sql, { join, type Sql } from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { cell } from '../../cells.ts';
import { isOneOf } from '../../sql.ts';
import { pageOf, type Page } from '../page.ts';
import { labelColumns, productLabels, type ProductLabels } from '../product-labels.ts';
import { bothClasses, bothClassesRead, type BothClassesFilter } from './both-classes.ts';
import { valueFigures, variationFigures, type ValueFigures, type VariationFigures } from './class-rows.ts';

/** A cell of the matrix; of what is left out every class. */
export interface CellFilter {
  readonly abc?: ValueFigures['abc'] | undefined;
  /** Null: products without an XYZ class. */
  readonly xyz?: VariationFigures['xyz'] | undefined;
  /** The products whose rows are wanted; their classes and ranks are among all. */
  readonly shown?: readonly string[] | undefined;
}

export interface AbcXyzProduct extends ProductLabels, ValueFigures {
  /** Null: not sold in the weeks. */
  readonly variacion: VariationFigures | null;
}

/** The products that were sold in the period, each with both classes and what they follow from; in the order of their ranking. */
export const abcXyzProducts: Question<BothClassesFilter & CellFilter & Page, AbcXyzProduct> = {
  name: 'productos de la matriz ABC-XYZ',
  reads: bothClassesRead,
  sql: (filter) => sql`
    SELECT c.*, v.semanas, v.semanas_con_venta, v.suma, v.suma_cuadrados, v.dispersion, v.suma_al_cuadrado, v.xyz, ${labelColumns}
    FROM ${bothClasses(filter)}
    LEFT JOIN productos AS p ON p.id = c.producto_id
    WHERE ${inCell(filter)}
    ORDER BY c.ranking ${pageOf(filter)}`,
  row: (raw) => ({
    ...productLabels(raw),
    ...valueFigures(raw),
    variacion: cell(raw, 'semanas') === null ? null : variationFigures(raw),
  }),
};

function inCell({ abc, xyz, shown }: CellFilter): Sql {
  const conditions = [isOneOf(sql`c.producto_id`, shown)];
  if (abc !== undefined) conditions.push(sql`c.abc = ${abc}`);
  if (xyz !== undefined) conditions.push(xyz === null ? sql`v.xyz IS NULL` : sql`v.xyz = ${xyz}`);
  return join(conditions, ' AND ');
}
