import { useMemo } from 'react';
import type { HeatAxisItem } from '../../../charts/index.ts';
import type { AnswerTo } from '../../../client/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import type { DateRange } from '../../../range/index.ts';
import { useStores, type Explore } from '../explore/index.ts';
import { storeGrid, type Grid } from '../model/index.ts';
import { shortName } from './short-name.ts';

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
  /** The rows and columns of a heatmap; they go by their number. */
  readonly rows: readonly HeatAxisItem[];
  readonly columns: readonly HeatAxisItem[];
}

export function useStoreGrid({ explore, body }: StoreGridProps): StoreGrid {
  const { dates } = useLocale();
  const stores = useStores();
  return useMemo(() => {
    const { fecha_inicio: from, fecha_fin: to } = body.rango;
    const grid = storeGrid(body.datos, from === null || to === null ? explore.range : { from, to });
    const storeName = (id: string) => stores(id).name;
    const daysName = (days: DateRange) => (days.from === days.to ? dates.dayOfYear(days.from) : dates.range(days));
    return {
      grid,
      storeName,
      daysName,
      rows: grid.rows.map((id, index) => ({ id: String(index), name: storeName(id) })),
      columns: grid.columns.map((days, index) => ({
        id: String(index),
        name: daysName(days),
        short: shortName(days, grid.columns[index - 1], dates),
      })),
    };
  }, [body, explore.range, stores, dates]);
}
