import type { BusinessDate } from '../../../range/index.ts';
import { placesOf, pointsAt } from './places.ts';
import { valueAxis, type ValueAxis } from './ticks.ts';
import type { Step, TimePoint } from './types.ts';

/** One of two measures that share a time axis but not their unit. */
export interface Measure {
  readonly name: string;
  readonly points: readonly TimePoint[];
  readonly format: (value: number) => string;
}

/** A measure with a point, or none, at each place. */
export interface PlacedMeasure extends Omit<Measure, 'points'> {
  readonly points: readonly (TimePoint | null)[];
  readonly figures: readonly (number | null)[];
  readonly axis: ValueAxis;
}

export interface TwoScenes {
  readonly by: Step;
  readonly places: readonly BusinessDate[];
  readonly line: PlacedMeasure;
  readonly bars: PlacedMeasure;
}

/** Bars reach so much of the height at most: the line stays readable above them. */
const BARS_SHARE = 0.6;
const TICKS = 4;

export function twoScenesOf(line: Measure, bars: Measure, by: Step): TwoScenes {
  const places = placesOf([line, bars], by);
  return { by, places, line: placed(line, places, 1), bars: placed(bars, places, BARS_SHARE) };
}

function placed(measure: Measure, places: readonly BusinessDate[], share: number): PlacedMeasure {
  const points = pointsAt(places, measure.points);
  const figures = points.map((point) => point?.value ?? null);
  const greatest = figures.reduce<number>((most, figure) => Math.max(most, figure ?? 0), 0);
  return { ...measure, points, figures, axis: valueAxis([...figures, greatest / share], TICKS) };
}
