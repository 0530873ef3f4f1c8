import type { AnswerTo } from '../../../client/index.ts';
import { sumDecimals } from '../../../figures/index.ts';

/** What all stock comes to, at cost. */
export interface StockTotal {
  readonly value: string;
  readonly products: number;
}

export function stockTotal(rows: AnswerTo<'resumirStock'>['datos']): StockTotal {
  return {
    value: sumDecimals(rows.map(({ valor }) => valor)),
    products: rows.reduce((sum, { productos }) => sum + productos, 0),
  };
}

/**
 * What the same stores' stock was worth once; null where it is not known of one that has stock now: half of then would make
 * every change look like growth.
 */
export function stockValueThen(
  now: AnswerTo<'resumirStock'>['datos'],
  then: AnswerTo<'valorarStock'>['datos'],
): string | null {
  const known = new Set(then.map(({ ubicacion_id: id }) => id));
  if (then.length === 0 || now.some(({ clave, productos }) => productos > 0 && !known.has(clave))) return null;
  return sumDecimals(then.map(({ valor }) => valor));
}

/** What stockouts cost in a period. */
export interface LostTotal {
  /** Products of a store that it lost sales of. */
  readonly products: number;
  readonly days: number;
  readonly sales: string;
}

export function lostTotal(rows: AnswerTo<'estimarVentasPerdidasPorTienda'>['datos']): LostTotal {
  return {
    products: rows.reduce((sum, { productos }) => sum + productos, 0),
    days: rows.reduce((sum, { dias_sin_stock: days }) => sum + days, 0),
    sales: sumDecimals(rows.map(({ venta_perdida: lost }) => lost)),
  };
}
