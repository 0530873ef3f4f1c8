import { useLayoutEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

/** A cell: the header's row is -1. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** How many rows are in sight. */
  readonly page: number;
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** Where a key leads from a cell, or null if the key is none of a grid's. */
export function placeAfter(key: string, withControl: boolean, at: CellPlace, size: GridSize): CellPlace | null {
  const { row, column } = at;
  const to = (nextRow: number, nextColumn: number): CellPlace => ({
    row: clamp(nextRow, -1, size.rows - 1),
    column: clamp(nextColumn, 0, size.columns - 1),
  });
  switch (key) {
    case 'ArrowUp':
      return to(withControl ? 0 : row - 1, column);
    case 'ArrowDown':
      return to(withControl ? size.rows - 1 : row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(Math.max(0, row - size.page), column);
    case 'PageDown':
      return to(row + size.page, column);
    case 'Home':
      return to(withControl ? 0 : row, 0);
    case 'End':
      return to(withControl ? size.rows - 1 : row, size.columns - 1);
    default:
      return null;
  }
}

/** A cell of the grid in the page. */
function cellAt(grid: HTMLElement, { row, column }: CellPlace): HTMLElement | null {
  return grid.querySelector(`[data-place="${row}:${column}"]`);
}

/** Focuses a cell, or what its header's cell orders by. @returns whether it is in the page */
function focusAt(grid: HTMLElement, place: CellPlace): boolean {
  const cell = cellAt(grid, place);
  (cell?.querySelector<HTMLElement>('button[data-sort]') ?? cell)?.focus();
  return cell !== null;
}

function placeOf(target: EventTarget): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  const [row, column] = (cell?.dataset['place'] ?? '').split(':').map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}

/** The cell that the keyboard is at; the only one in the order of tabs. */
export interface ActiveCell {
  readonly active: CellPlace;
  readonly setActive: (place: CellPlace) => void;
}

export function useActiveCell(rows: number, columns: number): ActiveCell {
  const [place, setActive] = useState<CellPlace>({ row: 0, column: 0 });
  const row = clamp(place.row, -1, rows - 1);
  const column = clamp(place.column, 0, columns - 1);
  return { active: useMemo(() => ({ row, column }), [row, column]), setActive };
}

export interface GridKeysOptions extends ActiveCell {
  readonly grid: RefObject<HTMLElement | null>;
  readonly size: GridSize;
  /** Brings a row into sight, and thereby into the page. */
  readonly reveal: (row: number) => void;
  /** Enter on a cell of the row. */
  readonly open: (row: number) => void;
}

export interface GridKeys {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

/** Arrows, Home, End and pages move through the cells, Enter opens a row. */
export function useGridKeys({ grid, active, setActive, size, reveal, open }: GridKeysOptions): GridKeys {
  const wanted = useRef<CellPlace | null>(null);
  // A row out of sight is drawn only after the table was scrolled there, and the row before may be gone by then: the focus
  // moves with the very drawing, so that no key that is pressed meanwhile is lost.
  useLayoutEffect(() => {
    if (wanted.current === null || grid.current === null) return;
    if (focusAt(grid.current, wanted.current)) wanted.current = null;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (grid.current === null || !(target instanceof HTMLElement) || event.altKey || event.defaultPrevented) return;
    if (target.matches('input, textarea, select, [contenteditable]')) return;
    const onCell = target.matches('[role=gridcell], [role=rowheader]');
    if (key === 'Enter' && onCell) {
      event.preventDefault();
      const within = target.querySelector<HTMLElement>('button, input, select, a:not([data-row])');
      if (within === null) open(active.row);
      else within.focus();
      return;
    }
    const next = placeAfter(key, event.ctrlKey || event.metaKey, active, size);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    if (next.row >= 0) reveal(next.row);
    wanted.current = focusAt(grid.current, next) ? null : next;
  };
  const onFocus = ({ target }: FocusEvent) => {
    const place = placeOf(target);
    if (place !== null && (place.row !== active.row || place.column !== active.column)) setActive(place);
  };
  return { onKeyDown, onFocus };
}
