import { useMemo } from 'react';
import type { Source } from '../../../client/index.ts';
import { sumDecimals } from '../../../figures/index.ts';
import { useAsk } from '../../../hooks/index.ts';
import { type DateRange, lengthInDays } from '../../../range/index.ts';
import type { Grouping, Sold } from '../model/index.ts';
import { useInventory } from '../state/index.ts';

/** The cost of what was sold in the last days with sales: what days of cover are measured by. */
export interface SoldBy {
  /** By store, or by category. */
  readonly of: (key: string) => Sold | undefined;
  readonly total: Sold | undefined;
  /** Null as long as it is unknown, and without sales. */
  readonly range: DateRange | null;
  readonly source: Source | undefined;
}

export function useSold(by: Grouping): SoldBy {
  const { query } = useInventory();
  const stores = useAsk('verVentasPorTienda', { query }, { enabled: by === 'tienda' });
  const categories = useAsk('verVentasPorCategoria', { query }, { enabled: by === 'categoria' });
  const told = by === 'tienda' ? stores.data : categories.data;
  return useMemo(() => {
    if (told === undefined) return { of: () => undefined, total: undefined, range: null, source: undefined };
    const { rango, datos } = told.body;
    const range =
      rango.fecha_inicio === null || rango.fecha_fin === null
        ? null
        : { from: rango.fecha_inicio, to: rango.fecha_fin };
    const soldAt = (cost: string | undefined): Sold | undefined =>
      range === null || cost === undefined ? undefined : { cost, days: lengthInDays(range) };
    const costs = new Map(
      datos.map((row) => ['ubicacion_id' in row ? row.ubicacion_id : (row.categoria ?? ''), row.costo] as const),
    );
    return {
      of: (key) => soldAt(costs.get(key)),
      total: soldAt(sumDecimals(costs.values())),
      range,
      source: told.source,
    };
  }, [told]);
}
