import { useMemo, useState, type RefObject } from 'react';
import { useLocale } from '../../../i18n/index.ts';
import { tracksOf, type Tracks } from '../model/column.ts';
import type { GridProps } from '../Grid.tsx';
import { useActiveCell, useGridKeys, type CellPlace, type GridKeys } from './useGridKeys.ts';
import { useOpenRow, type RowOpening } from './useOpenRow.ts';
import { useRowWindow, VIRTUAL_FROM, type RowWindow } from './useRowWindow.ts';
import { figureWidths } from '../model/write-cell.ts';

/** In pixels, at the usual text size. */
const ROW = 38;
const TALL_ROW = 58;
const HEAD = 38;
const CARD_LINE = 26;
const CARD_REST = 36;

/** How many rows a page of the keyboard has. */
const PAGE = 12;

export interface GridElements {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly grid: RefObject<HTMLDivElement | null>;
}

export interface GridState {
  readonly window: RowWindow;
  readonly tracks: Tracks;
  readonly active: CellPlace;
  readonly keys: GridKeys;
  readonly opening: RowOpening;
  /** The table scrolls by itself, not with the page. */
  readonly bounded: boolean;
}

/**
 * Whether there are, or may be, too many rows to draw them all. A table that scrolled by itself goes on to: its end would
 * otherwise move what stands beneath it.
 */
function useIsLong(count: number, more: boolean): boolean {
  const [last, setLast] = useState({ count, long: false });
  const long = count >= VIRTUAL_FROM || more || (last.long && count >= last.count);
  if (count !== last.count || long !== last.long) setLast({ count, long });
  return long;
}

/** What a grid draws, and what its keys do. */
export function useGrid<Row>(props: GridProps<Row>, { scroller, grid }: GridElements): GridState {
  const { rows, columns, total, narrow, tall = false, maxHeight } = props;
  const locale = useLocale();
  const tracks = useMemo(() => tracksOf(columns, figureWidths(rows, columns, locale)), [rows, columns, locale]);
  const virtual = useIsLong(rows.length, props.onEnd !== undefined || props.loadingMore === true);
  const shown = columns.filter(({ minor }) => minor !== true).length;
  const cell = useActiveCell(rows.length, columns.length);
  const window = useRowWindow({
    scroller,
    count: rows.length,
    virtual,
    rowHeight: narrow ? shown * CARD_LINE + CARD_REST : tall ? TALL_ROW : ROW,
    // Rows of a wide screen are as high as each other: measuring them would move them after they are seen.
    uneven: narrow,
    headHeight: narrow ? 0 : HEAD,
    footHeight: total === undefined ? 0 : ROW,
    kept: cell.active.row,
  });
  const opening = useOpenRow(props);
  const size = { rows: rows.length, columns: columns.length, page: PAGE };
  const keys = useGridKeys({ grid, ...cell, size, reveal: window.reveal, open: opening.open });
  return { window, tracks, active: cell.active, keys, opening, bounded: virtual || maxHeight !== undefined };
}
