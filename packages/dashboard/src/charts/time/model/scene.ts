import type { Figure } from '../../../figures/index.ts';
import type { BusinessDate } from '../../../range/index.ts';
import { drawnLines, everyDayBehind, smoothingFor, type DrawnLine } from './drawn.ts';
import { placesOf } from './places.ts';
import { valueAxis, type ValueAxis } from './ticks.ts';
import type { Step, TimeLine } from './types.ts';
import { weekendStretches, type Stretch } from './weekends.ts';

const TICKS = 4;

/** What a chart over time shows, before it is known how large. */
export interface Scene {
  readonly by: Step;
  readonly places: readonly BusinessDate[];
  readonly lines: readonly DrawnLine[];
  /** Days behind their mean; null where the line is the days themselves. */
  readonly behind: readonly Figure[] | null;
  /** The lines are means of so many days; 1 if they are not. */
  readonly meanDays: number;
  readonly weekends: readonly Stretch[];
  readonly axis: ValueAxis;
}

export function sceneOf(series: readonly TimeLine[], by: Step): Scene {
  const places = placesOf(series, by);
  const lines = drawnLines(series, places, by);
  const behind = everyDayBehind(lines, places.length, by);
  return {
    by,
    places,
    lines,
    behind,
    meanDays: smoothingFor(places.length, by).meanDays,
    weekends: by === 'day' ? weekendStretches(places) : [],
    axis: valueAxis([...lines.flatMap(({ figures }) => figures), ...(behind ?? [])], TICKS),
  };
}
