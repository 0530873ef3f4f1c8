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

/** SVG path data of figures, one a place; a gap in the figures is a gap in the line. */
export function linePaths(figures: readonly Figure[], plot: Plot, axis: ValueAxis, stepped = false): LinePaths {
  const runs = runsOf(figures, plot, axis);
  const ground = round(plot.y(0, axis));
  const drawn = runs.filter((run) => run.length > 1).map((run) => (stepped ? withSteps(run) : run));
  return {
    line: drawn.map(pathOf).join(''),
    area: drawn
      .map((run) => `${pathOf(run)}L${round(run.at(-1)?.x ?? 0)} ${ground}L${round(run[0]?.x ?? 0)} ${ground}Z`)
      .join(''),
    alone: runs.flatMap((run) => (run.length === 1 ? run : [])),
  };
}

function runsOf(figures: readonly Figure[], plot: Plot, axis: ValueAxis): Spot[][] {
  const runs: Spot[][] = [];
  let run: Spot[] = [];
  for (const [index, figure] of [...figures, null].entries()) {
    if (figure !== null) {
      run.push({ x: plot.x(index), y: plot.y(figure, axis) });
    } else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return runs;
}

/** A state that holds until it changes: level, then straight up or down. */
function withSteps(run: readonly Spot[]): Spot[] {
  return run.flatMap((spot, index) => {
    const before = run[index - 1];
    return before === undefined ? [spot] : [{ x: spot.x, y: before.y }, spot];
  });
}

function pathOf(run: readonly Spot[]): string {
  return `M${run.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
