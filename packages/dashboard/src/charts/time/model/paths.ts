import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import type { Figure } from '../../../figures/index.ts';
import type { Plot } from './plot.ts';
import type { ValueAxis } from './ticks.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface LinePaths {
  readonly line: string;
  /** From the line down to zero. */
  readonly area: string;
  /** Points with a gap on either side, which no line would show. */
  readonly alone: readonly Spot[];
}

const DIGITS = 1;

/**
 * SVG path data of figures, one a place; a gap in the figures is a gap in the line.
 *
 * @param stepped the line is of a state that holds until it changes: level, then straight up or down
 */
export function linePaths(figures: readonly Figure[], plot: Plot, axis: ValueAxis, stepped = false): LinePaths {
  const curve = stepped ? curveStepAfter : curveLinear;
  const isThere = (figure: Figure) => figure !== null;
  const x = (_: Figure, index: number) => plot.x(index);
  const y = (figure: Figure) => plot.y(figure ?? 0, axis);
  const drawn = line<Figure>().defined(isThere).curve(curve).digits(DIGITS).x(x).y(y);
  const filled = area<Figure>().defined(isThere).curve(curve).digits(DIGITS).x(x).y0(plot.y(0, axis)).y1(y);
  return {
    line: drawn(figures) ?? '',
    area: filled(figures) ?? '',
    alone: figures.flatMap((figure, index) => {
      const isAlone = figure !== null && (figures[index - 1] ?? null) === null && (figures[index + 1] ?? null) === null;
      return isAlone ? [{ x: plot.x(index), y: plot.y(figure, axis) }] : [];
    }),
  };
}
