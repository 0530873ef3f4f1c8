import { useMemo } from 'react';
import type { Measure } from '../address/index.ts';
import { useMeasure } from '../explore/index.ts';
import { drawn, exactly, measured, type Grid } from '../model/index.ts';

/** What a heatmap asks of its cells, which go by the numbers of their row and column. */
export interface Cells {
  readonly value: (row: string, column: string) => number | null;
  /** Writes a cell's exact figure, and a scale's round one. */
  readonly format: (value: number) => string;
}

export function useCells(grid: Grid<string | number, unknown>, measure: Measure): Cells {
  const { write, short } = useMeasure(measure);
  return useMemo(() => {
    const texts = exactly(
      grid.rows.flatMap((_, row) => grid.columns.map((__, column) => measured(grid.at(row, column), measure))),
    );
    return {
      value: (row, column) => drawn(grid.at(Number(row), Number(column)), measure),
      format: (value) => {
        const text = texts.get(value);
        return text === undefined ? short(value) : write(text);
      },
    };
  }, [grid, measure, write, short]);
}
