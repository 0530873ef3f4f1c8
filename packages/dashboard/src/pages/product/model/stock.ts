import type { AnswerTo } from '../../../client/index.ts';
import { productOf, quotientOf, sumDecimals } from '../../../figures/index.ts';

/** A product and what is known of it. */
export type Story = AnswerTo<'verProducto'>;
export type StoreStock = Story['existencias'][number];
export type Cover = AnswerTo<'medirCobertura'>;

/** The stock of the stores on screen together. */
export interface StoresTotal {
  readonly quantity: string;
  readonly value: string;
  readonly stores: number;
  /** In how many it is critical, or there is none. */
  readonly urgent: number;
}

/** The rows of the stores on screen; of all without a choice. */
export function rowsOf(rows: readonly StoreStock[], stores: readonly string[]): readonly StoreStock[] {
  return stores.length === 0 ? rows : rows.filter(({ ubicacion_id: id }) => stores.includes(id));
}

export function totalOf(rows: readonly StoreStock[]): StoresTotal {
  return {
    quantity: sumDecimals(rows.map(({ cantidad }) => cantidad)),
    value: sumDecimals(rows.map(({ valor_inventario: value }) => value ?? '0')),
    stores: rows.length,
    urgent: rows.filter(({ estado }) => estado === 'CRITICO' || estado === 'SIN_STOCK').length,
  };
}

/** How long the stock of all stores lasts, and what is sold of it in a day. */
export interface TotalCover {
  /** With one decimal; null where nothing was sold. */
  readonly days: string | null;
  /** Units; null without days to take it from. */
  readonly demand: string | null;
}

/** By the same arithmetic as the API's for each store: stock / (units sold / days). */
export function totalCover({ dias, datos }: Cover): TotalCover {
  const quantity = sumDecimals(datos.map(({ cantidad }) => cantidad));
  const sold = sumDecimals(datos.map(({ unidades_vendidas: units }) => units));
  const demand = quotientOf(sold, String(dias), 2);
  if (Number(sold) <= 0) return { days: null, demand };
  return { days: quotientOf(productOf(quantity, String(dias)), sold, 1), demand };
}
