import { useCallback, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { moved, type Place } from './moved.ts';

export interface CellKeys {
  readonly ref: RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (row: number, column: number) => void;
  /** Whether the Tab key stops at that cell: at one of them, the one that had the focus last. */
  readonly isStop: (row: number, column: number) => boolean;
}

/** The arrow keys within a table of cells, of which the Tab key reaches one. */
export function useCellKeys(rows: number, columns: number): CellKeys {
  const ref = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<Place>([0, 0]);
  // What was there may be gone: fewer stores, fewer days.
  const [row, column] = [Math.min(place[0], rows - 1), Math.min(place[1], columns - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(event.key, [row, column], rows, columns);
    if (next === null) return;
    event.preventDefault();
    const cell = ref.current?.tBodies[0]?.rows[next[0]]?.cells[next[1] + 1];
    cell?.focus();
  };
  const onFocus = useCallback((to: number, at: number) => setPlace([to, at]), []);
  return { ref, onKeyDown, onFocus, isStop: (at, of) => at === row && of === column };
}
