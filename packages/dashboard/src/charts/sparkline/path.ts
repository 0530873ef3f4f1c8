import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Figure } from '../../figures/index.ts';

/** SVG path data of a line and of the area beneath it. */
export interface SparklinePaths {
  readonly line: string;
  readonly area: string;
}

/** Room above and below the line, so that its stroke is not cut. */
const PADDING = 2;
const DIGITS = 2;

/**
 * Paths of a series within a box of `width` by `height`. The vertical scale runs from the least figure to the greatest,
 * so it shows movement, not size. A gap in the figures is a gap in the line. Empty without figures.
 */
export function sparklinePaths(figures: readonly Figure[], width: number, height: number): SparklinePaths {
  const [least, greatest] = extent(figures.flatMap((figure) => figure ?? []));
  if (least === undefined || greatest === undefined) return { line: '', area: '' };
  // A domain of one value is drawn in the middle of the range: where a flat series, and a single figure, belong.
  const across = scaleLinear([0, figures.length - 1], [0, width]);
  const up = scaleLinear([least, greatest], [height - PADDING, PADDING]);
  const isThere = (figure: Figure) => figure !== null;
  const x = (_: Figure, index: number) => across(index);
  const y = (figure: Figure) => up(figure ?? least);
  return {
    line: line<Figure>().defined(isThere).digits(DIGITS).x(x).y(y)(figures) ?? '',
    area: area<Figure>().defined(isThere).digits(DIGITS).x(x).y0(height).y1(y)(figures) ?? '',
  };
}
