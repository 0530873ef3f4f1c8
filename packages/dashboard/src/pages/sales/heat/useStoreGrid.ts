import { useMemo } from 'react';
import type { AnswerTo } from '../../../client/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import type { DateRange } from '../../../range/index.ts';
import { useStores, type Explore } from '../explore/index.ts';
import { storeGrid, type Grid } from '../model/index.ts';

export interface StoreGridProps {
  readonly explore: Explore;
  readonly body: AnswerTo<'verVentasPorTiendaYDia'>;
  readonly label: string;
}

/** The answer as a grid, with what its stores and days are called. */
export interface StoreGrid {
  readonly grid: Grid<string, DateRange>;
  readonly storeName: (id: string) => string;
  readonly daysName: (days: DateRange) => string;
}

export function useStoreGrid({ explore, body }: StoreGridProps): StoreGrid {
  const { dates } = useLocale();
  const stores = useStores();
  return useMemo(() => {
    const { fecha_inicio: from, fecha_fin: to } = body.rango;
    return {
      grid: storeGrid(body.datos, from === null || to === null ? explore.range : { from, to }),
      storeName: (id) => stores(id).name,
      daysName: (days) => (days.from === days.to ? dates.dayOfYear(days.from) : dates.range(days)),
    };
  }, [body, explore.range, stores, dates]);
}
