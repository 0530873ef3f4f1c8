/** A cell, counted from 0. */
export type Place = readonly [row: number, column: number];

/** Where a key leads from a cell; null for a key that leads nowhere. */
export function moved(key: string, [row, column]: Place, rows: number, columns: number): Place | null {
  const last: Place = [rows - 1, columns - 1];
  const places: Readonly<Record<string, Place>> = {
    ArrowUp: [Math.max(0, row - 1), column],
    ArrowDown: [Math.min(last[0], row + 1), column],
    ArrowLeft: [row, Math.max(0, column - 1)],
    ArrowRight: [row, Math.min(last[1], column + 1)],
    Home: [row, 0],
    End: [row, last[1]],
    PageUp: [0, column],
    PageDown: [last[0], column],
  };
  return places[key] ?? null;
}
