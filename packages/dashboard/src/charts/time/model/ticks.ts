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
  let [low, high] = [0, 0];
  for (const figure of figures) {
    if (figure === null) continue;
    low = Math.min(low, figure);
    high = Math.max(high, figure);
  }
  if (low === high) high = 1;
  const step = roundStep((high - low) / count);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  // By whole multiples: adding a step again and again gathers errors.
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => round((first + index) * step));
  return { least: ticks[0] ?? 0, greatest: ticks.at(-1) ?? 1, ticks };
}

/** The least of 1, 2, 2.5, 5 and 10 times a power of ten that is not less. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
