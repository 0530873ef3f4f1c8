import { useMemo } from 'react';
import { seriesTip } from './cursor/series-tip.ts';
import { SeriesDrawing } from './drawing/SeriesDrawing.tsx';
import { sceneOf, type TimeChartProps, type TimeLine } from './model/index.ts';
import { TimeFrame } from './TimeFrame.tsx';
import { useSeriesLegend } from './useSeriesLegend.ts';
import { useTimeChart } from './useTimeChart.ts';

export interface TimeSeriesProps extends TimeChartProps {
  readonly series: readonly TimeLine[];
  /** A value, shortly: for the axis, and where a point has no text of its own. */
  readonly format: (value: number) => string;
}

/**
 * Figures over time as lines, the first on top. Long series of days are drawn as their means, with the days behind. The
 * figures of a place are told under the pointer, and by the arrow keys.
 */
export function TimeSeries({ label, series, format, by, onRange, height, marks }: TimeSeriesProps) {
  const scene = useMemo(() => sceneOf(series, by), [series, by]);
  const chart = useTimeChart({
    places: scene.places,
    by,
    onRange,
    describe: (at, how) => seriesTip(scene, at, { ...how, format }),
  });
  const legend = useSeriesLegend(scene);
  return (
    <TimeFrame label={label} height={height} chart={chart} legend={legend}>
      <SeriesDrawing scene={scene} plot={chart.plot} format={format} marks={marks ?? none} cursor={chart.cursor} />
    </TimeFrame>
  );
}

const none: readonly never[] = [];
