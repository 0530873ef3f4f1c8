import sql, { raw } from 'sql-template-tag';
import type { OperationContext } from '../../context.ts';
import { rowsOf } from '../../listing.ts';
import { moneySql } from '../../money-sql.ts';
import { narrowStores } from '../../store/narrow.ts';
import { suggest } from '../rules/index.ts';
import { readFacts } from '../write/facts.ts';

interface Labels {
  readonly producto_id: string;
  readonly codigo: string;
  readonly descripcion: string;
  readonly unidad_medida: string | null;
  readonly costo_unitario: string | null;
}

/** What is suggested of a product, and from what. Quantities are units, decimals text. */
export interface ListedSuggestion extends Labels {
  readonly unidades_por_bulto: string;
  /** Null where nobody has said what the store is to have at most: then nothing can be suggested. */
  readonly stock_maximo: string | null;
  /** Null: the store never had any. */
  readonly existencia: string | null;
  readonly en_camino: string;
  readonly necesidad: string | null;
  readonly cantidad_maxima: string | null;
  readonly cantidad_sugerida: string | null;
  /** Whether it may be ordered. */
  readonly activo: boolean;
}

interface ListSuggestions {
  readonly ctx: OperationContext;
  readonly input: { readonly storeId: string; readonly productIds: readonly string[] };
}

/**
 * What a line of a new order would be suggested now, of each product that there is, by codigo. Nothing is written.
 *
 * @throws InvalidInput UNKNOWN_STORE
 */
export async function listSuggestions({ ctx, input }: ListSuggestions): Promise<readonly ListedSuggestion[]> {
  const { storeId, productIds } = input;
  await narrowStores({ ctx, input: { stores: [storeId] } });
  const { products } = await readFacts({ ctx, input: { storeId, originId: null, supplierId: null, productIds } });
  const labels = await rowsOf<Labels>(
    ctx,
    sql`
      SELECT p.id AS producto_id, p.codigo, p.descripcion, p.unidad_medida, ${raw(moneySql('p.costo_promedio'))} AS costo_unitario
      FROM productos AS p WHERE p.id = ANY (${productIds}) ORDER BY p.codigo`,
  );
  return labels.flatMap((label) => {
    const facts = products.get(label.producto_id);
    if (facts === undefined) return [];
    const { stock_maximo, existencia, en_camino, unidades_por_bulto, cantidad_maxima, activo } = facts;
    const { cantidad_sugerida = null, calculo } = suggest(facts) ?? {};
    const numbers = { stock_maximo, existencia, en_camino, unidades_por_bulto, cantidad_maxima };
    return [{ ...label, ...numbers, necesidad: calculo?.necesidad ?? null, cantidad_sugerida, activo }];
  });
}
