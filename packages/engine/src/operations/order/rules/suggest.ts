import { fromParts, toParts } from './quantity.ts';

/** What is known of a product in the store that orders it; quantities in units, as decimal text. */
export interface SupplyFacts {
  /** The most that the store is to have; null: nobody has said so, and nothing can be suggested. */
  readonly stock_maximo: string | null;
  /** What the store has; null: it never had any. Below nothing if more was sold than was known of. */
  readonly existencia: string | null;
  /** What it has asked for and waits for. */
  readonly en_camino: string;
  readonly unidades_por_bulto: string;
  /** The most of it in one order. */
  readonly cantidad_maxima: string | null;
}

/** How a quantity was suggested, as it is kept in pedidos_detalle.calculo. */
export interface SuggestionArithmetic {
  readonly stock_maximo: string;
  readonly existencia: string;
  readonly en_camino: string;
  readonly necesidad: string;
  readonly unidades_por_bulto: string;
  readonly cantidad_maxima: string | null;
}

export interface Suggestion {
  readonly cantidad_sugerida: string;
  readonly calculo: SuggestionArithmetic;
}

const orNothing = (parts: bigint): bigint => (parts > 0n ? parts : 0n);

/**
 * How much to order so that the store comes up to its maximum:
 *
 *     necesidad = stock_maximo - existencia - en_camino, and no less than 0
 *     cantidad_sugerida = necesidad rounded up to whole cases, but no more than the whole cases in cantidad_maxima
 *
 * This is the (R, S) policy of periodic review (Silver, Pyke, Thomas: Inventory and Production Management in Supply
 * Chains). A negative stock counts as none: what was sold beyond it has left already. Undefined without a maximum.
 */
export function suggest(facts: SupplyFacts): Suggestion | undefined {
  const { stock_maximo, existencia, en_camino, unidades_por_bulto, cantidad_maxima } = facts;
  if (stock_maximo === null) return undefined;
  const there = existencia ?? '0';
  const need = orNothing(toParts(stock_maximo) - orNothing(toParts(there)) - toParts(en_camino));
  const size = toParts(unidades_por_bulto);
  const cases = (need + size - 1n) / size;
  const most = cantidad_maxima === null ? cases : orNothing(toParts(cantidad_maxima)) / size;
  return {
    cantidad_sugerida: fromParts((cases < most ? cases : most) * size),
    calculo: {
      stock_maximo,
      existencia: there,
      en_camino,
      necesidad: fromParts(need),
      unidades_por_bulto,
      cantidad_maxima,
    },
  };
}
