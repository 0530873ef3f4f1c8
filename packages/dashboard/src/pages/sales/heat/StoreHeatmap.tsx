import { useCallback } from 'react';
import { Heatmap } from '../../../charts/index.ts';
import { rangePatch } from '../../../range/index.ts';
import { placePatch } from '../address/index.ts';
import { Hint } from '../common/index.ts';
import { useWords } from '../explore/index.ts';
import { useCells } from './useCells.ts';
import { useStoreGrid, type StoreGridProps } from './useStoreGrid.ts';

/** Stores by days; a cell leads to that store on those days. */
export function StoreHeatmap(props: StoreGridProps) {
  const { explore, label } = props;
  const texts = useWords();
  const { grid, rows, columns } = useStoreGrid(props);
  const { go, place, view } = explore;
  const cells = useCells(grid, view.measure);
  const open = useCallback(
    (row: string, column: string) => {
      const [store, days] = [grid.rows[Number(row)], grid.columns[Number(column)]];
      if (store !== undefined && days !== undefined) go({ ...placePatch({ ...place, store }), ...rangePatch(days) });
    },
    [grid, go, place],
  );
  return (
    <>
      <Heatmap label={label} rows={rows} columns={columns} value={cells.value} format={cells.format} onCell={open} />
      <Hint>{texts.heatHint}</Hint>
    </>
  );
}
