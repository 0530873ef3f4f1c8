import { trailingMean, type Figure } from '../../../figures/index.ts';
import type { BusinessDate } from '../../../range/index.ts';
import { pointsAt } from './places.ts';
import { smoothingOf, type Smoothing } from './smoothing.ts';
import type { Step, TimeLine, TimePoint } from './types.ts';

/** The look of a drawn line: `main1` to `main6` tell several main lines apart. */
export type LineLook = 'main' | 'main2' | 'main3' | 'main4' | 'main5' | 'main6' | 'compared' | 'pale';

/** A line with a point, or none, at each place of the axis. */
export interface DrawnLine {
  readonly id: string;
  readonly name: string;
  readonly look: LineLook;
  readonly points: readonly (TimePoint | null)[];
  /** What is drawn: the points' values, or the means that smooth them. */
  readonly figures: readonly Figure[];
}

const mains: readonly LineLook[] = ['main', 'main2', 'main3', 'main4', 'main5', 'main6'];

/** How to draw that many places: only days have a weekly rhythm that hides their course. */
export function smoothingFor(places: number, by: Step): Smoothing {
  return by === 'day' ? smoothingOf(places) : { meanDays: 1, everyDay: false };
}

/** The lines as they are drawn, in the order given. */
export function drawnLines(lines: readonly TimeLine[], places: readonly BusinessDate[], by: Step): DrawnLine[] {
  const { meanDays } = smoothingFor(places.length, by);
  let seen = 0;
  return lines.map((line) => {
    const points = pointsAt(places, line.points);
    const values = points.map((point) => point?.value ?? null);
    const look = line.look === 'main' ? (mains[seen++ % mains.length] ?? 'main') : line.look;
    const figures = line.look === 'pale' ? values : trailingMean(values, meanDays);
    return { id: line.id, name: line.name, look, points, figures };
  });
}

/** Behind a single smoothed line, its days as they were. */
export function everyDayBehind(lines: readonly DrawnLine[], places: number, by: Step): readonly Figure[] | null {
  const main = lines.filter(({ look }) => look.startsWith('main'));
  const [only] = main;
  if (!smoothingFor(places, by).everyDay || only === undefined || main.length > 1) return null;
  return only.points.map((point) => point?.value ?? null);
}
