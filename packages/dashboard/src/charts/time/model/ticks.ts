import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';

/** The values that an axis is drawn from and to, and its lines. */
export interface ValueAxis {
  readonly least: number;
  readonly greatest: number;
  /** Round numbers, ascending, the first and last of them the axis' ends. */
  readonly ticks: readonly number[];
}

/**
 * An axis of round numbers that holds all figures and zero, in about `count` steps: lines drawn from zero tell sizes, not
 * only differences.
 */
export function valueAxis(figures: readonly (number | null)[], count: number): ValueAxis {
  const [low, high] = extent([0, ...figures.flatMap((figure) => figure ?? [])]);
  const scale = scaleLinear([low ?? 0, low === high ? 1 : (high ?? 1)], [0, 1]).nice(count);
  const [least = 0, greatest = 1] = scale.domain();
  return { least, greatest, ticks: scale.ticks(count) };
}
