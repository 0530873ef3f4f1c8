import type { RefObject } from 'react';
import type { GridProps } from './Grid.tsx';
import { useActiveCell, useGridKeys, type CellPlace, type GridKeys } from './useGridKeys.ts';
import { useOpenRow, type RowOpening } from './useOpenRow.ts';
import { useRowWindow, VIRTUAL_FROM, type RowWindow } from './useRowWindow.ts';

/** In pixels, at the usual text size. */
const ROW = 38;
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
  readonly active: CellPlace;
  readonly keys: GridKeys;
  readonly opening: RowOpening;
  /** The table scrolls by itself, not with the page. */
  readonly bounded: boolean;
}

/** What a grid draws, and what its keys do. */
export function useGrid<Row>(props: GridProps<Row>, { scroller, grid }: GridElements): GridState {
  const { rows, columns, total, narrow, maxHeight } = props;
  const virtual = rows.length >= VIRTUAL_FROM;
  const shown = columns.filter(({ minor }) => minor !== true).length;
  const cell = useActiveCell(rows.length, columns.length);
  const window = useRowWindow({
    scroller,
    count: rows.length,
    virtual,
    rowHeight: narrow ? shown * CARD_LINE + CARD_REST : ROW,
    uneven: narrow || columns.some((column) => column.cell !== undefined),
    headHeight: narrow ? 0 : HEAD,
    footHeight: total === undefined ? 0 : ROW,
    kept: cell.active.row,
  });
  const opening = useOpenRow(props);
  const size = { rows: rows.length, columns: columns.length, page: PAGE };
  const keys = useGridKeys({ grid, ...cell, size, reveal: window.reveal, open: opening.open });
  return { window, active: cell.active, keys, opening, bounded: virtual || maxHeight !== undefined };
}
