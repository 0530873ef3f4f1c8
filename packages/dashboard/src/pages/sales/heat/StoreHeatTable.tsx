import { useMemo } from 'react';
import { type Column, DataTable } from '../../../components/index.ts';
import type { DateRange } from '../../../range/index.ts';
import { useWords } from '../explore/index.ts';
import { kindOf, measured } from '../model/index.ts';
import { type StoreGridProps, useStoreGrid } from './useStoreGrid.ts';

interface CellRow {
  readonly store: string;
  readonly days: DateRange;
  readonly figure: string | null;
}

/** The heatmap's cells one below the other. */
export function StoreHeatTable(props: StoreGridProps) {
  const texts = useWords();
  const { measure } = props.explore.view;
  const { grid, storeName, daysName } = useStoreGrid(props);
  const rows = useMemo(
    () =>
      grid.rows.flatMap((id, row) =>
        grid.columns.map((days, column): CellRow => ({
          store: storeName(id),
          days,
          figure: measured(grid.at(row, column), measure),
        })),
      ),
    [grid, storeName, measure],
  );
  const columns = useMemo(
    (): Column<CellRow>[] => [
      { id: 'tienda', header: texts.columns.store, kind: 'text', value: ({ store }) => store },
      {
        id: 'fecha',
        header: texts.columns.day,
        kind: 'date',
        value: ({ days }) => days.from,
        cell: ({ days }) => daysName(days),
        width: 22,
      },
      { id: 'cifra', header: texts.measures[measure], kind: kindOf(measure), value: ({ figure }) => figure },
    ],
    [texts, measure, daysName],
  );
  return (
    <DataTable label={props.label} rows={rows} columns={columns} rowId={({ store, days }) => `${store} ${days.from}`} />
  );
}
