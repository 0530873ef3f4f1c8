import { useState, type FocusEvent, type KeyboardEvent } from 'react';

/** Where the keyboard is in the grid. */
interface Place {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));

function placeOf(target: Element): Place | null {
  const cell = target.closest('td');
  const row = cell?.closest('tr');
  const column =
    row === null || row === undefined ? -1 : [...row.querySelectorAll('td[role=gridcell]')].indexOf(cell as Element);
  return row === null || row === undefined || column < 0 ? null : { row: row.sectionRowIndex, column };
}

/** The grid is one stop of the keyboard; within it the arrows go from day to day, Home and End to a row's ends. */
export function useGridKeys(rows: number, columns: number) {
  const [place, setPlace] = useState<Place>({ row: 0, column: Math.max(0, columns - 1) });
  const onFocus = ({ target }: FocusEvent) => {
    const found = placeOf(target);
    if (found !== null) setPlace(found);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = event.target instanceof Element ? placeOf(event.target) : null;
    if (from === null) return;
    const [down, right] = steps[event.key] ?? [0, event.key === 'Home' ? -columns : event.key === 'End' ? columns : 0];
    if (down === 0 && right === 0) return;
    event.preventDefault();
    const body = event.currentTarget.querySelector('tbody');
    const row = body?.rows[within(from.row + down, rows)];
    row?.querySelectorAll<HTMLElement>('td[role=gridcell] button')[within(from.column + right, columns)]?.focus();
  };
  return { stop: { row: within(place.row, rows), column: within(place.column, columns) }, onFocus, onKeyDown };
}
