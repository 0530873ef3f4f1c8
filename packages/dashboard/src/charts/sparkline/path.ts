import type { Figure } from '../../figures/index.ts';

/** SVG path data of a line and of the area beneath it. */
export interface SparklinePaths {
  readonly line: string;
  readonly area: string;
}

/** Room above and below the line, so that its stroke is not cut. */
const PADDING = 2;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Paths of a series within a box of `width` by `height`. The vertical scale runs from the least figure to the greatest,
 * so it shows movement, not size. A gap in the figures is a gap in the line. Empty without figures.
 */
export function sparklinePaths(figures: readonly Figure[], width: number, height: number): SparklinePaths {
  const present = figures.filter((figure) => figure !== null);
  if (present.length === 0) return { line: '', area: '' };
  const least = Math.min(...present);
  const span = Math.max(...present) - least;
  const x = (index: number) => (figures.length === 1 ? width / 2 : (index * width) / (figures.length - 1));
  // A flat series runs through the middle.
  const y = (figure: number) => PADDING + (height - 2 * PADDING) * (span === 0 ? 0.5 : 1 - (figure - least) / span);

  const runs = splitAtGaps(figures.map((figure, index) => (figure === null ? null : { x: x(index), y: y(figure) })));
  return {
    line: runs.map(linePath).join(''),
    area: runs.map((run) => areaPath(run, height)).join(''),
  };
}

function splitAtGaps(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (const point of [...points, null]) {
    if (point !== null) {
      run.push(point);
    } else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return runs;
}

function linePath(run: readonly Point[]): string {
  return `M${run.map(coordinates).join('L')}`;
}

function areaPath(run: readonly Point[], height: number): string {
  const [first, last] = [run.at(0), run.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `${linePath(run)}L${coordinates({ x: last.x, y: height })}L${coordinates({ x: first.x, y: height })}Z`;
}

function coordinates({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
