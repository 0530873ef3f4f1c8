import type { CursorState } from '../cursor/moves.ts';
import type { Plot, Scene, TimeMark } from '../model/index.ts';
import { Axes } from './Axes.tsx';
import { Crosshair } from './Crosshair.tsx';
import { Lines } from './Lines.tsx';
import { Marks } from './Marks.tsx';

export interface SeriesDrawingProps {
  readonly scene: Scene;
  readonly plot: Plot;
  readonly format: (value: number) => string;
  readonly marks: readonly TimeMark[];
  readonly cursor: CursorState;
}

/** The parts of a drawing of lines; nothing before its size is known. */
export function SeriesDrawing({ scene, plot, format, marks, cursor: { at, from } }: SeriesDrawingProps) {
  const { places, lines, behind, axis } = scene;
  if (plot.width === 0 || places.length === 0) return null;
  const spots = lines.flatMap(({ id, look, figures }) => {
    const figure = at === null ? null : (figures[at] ?? null);
    return figure === null ? [] : [{ id, look, y: plot.y(figure, axis) }];
  });
  return (
    <>
      <Axes plot={plot} places={places} by={scene.by} weekends={scene.weekends} axis={axis} format={format} />
      <Lines lines={lines} behind={behind} plot={plot} axis={axis} />
      <Marks marks={marks} places={places} plot={plot} axis={axis} />
      {at === null ? null : <Crosshair plot={plot} at={at} from={from} spots={spots} />}
    </>
  );
}
