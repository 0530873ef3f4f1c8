import type { CursorState } from '../cursor/moves.ts';
import type { Plot, TimeMark, TwoScenes } from '../model/index.ts';
import { Axes } from './Axes.tsx';
import { Crosshair } from './Crosshair.tsx';
import { Marks } from './Marks.tsx';
import { Lines } from './Lines.tsx';
import { TimeBars } from './TimeBars.tsx';

export interface TwoAxesDrawingProps {
  readonly scenes: TwoScenes;
  readonly plot: Plot;
  readonly marks: readonly TimeMark[];
  readonly cursor: CursorState;
}

/** Bars by the right axis, and over them a line by the left one. */
export function TwoAxesDrawing({ scenes, plot, marks, cursor: { at, from } }: TwoAxesDrawingProps) {
  const { places, by, line, bars } = scenes;
  if (plot.width === 0 || places.length === 0) return null;
  const figure = at === null ? null : (line.figures[at] ?? null);
  const spots = figure === null ? [] : [{ id: 'line', look: 'main' as const, y: plot.y(figure, line.axis) }];
  const drawn = { id: 'line', name: line.name, look: 'main' as const, points: line.points, figures: line.figures };
  return (
    <>
      <Axes plot={plot} places={places} by={by} weekends={none} axis={line.axis} format={line.format} other={bars} />
      <TimeBars figures={bars.figures} plot={plot} axis={bars.axis} />
      <Lines lines={[drawn]} behind={null} plot={plot} axis={line.axis} stepped />
      <Marks marks={marks} places={places} plot={plot} axis={line.axis} />
      {at === null ? null : <Crosshair plot={plot} at={at} from={from} spots={spots} />}
    </>
  );
}

const none: readonly never[] = [];
