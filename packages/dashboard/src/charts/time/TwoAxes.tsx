import { useMemo } from 'react';
import { twoAxesTip } from './cursor/two-axes-tip.ts';
import { TwoAxesDrawing } from './drawing/TwoAxesDrawing.tsx';
import { type Measure, type TimeChartProps, twoScenesOf } from './model/index.ts';
import { TimeFrame } from './TimeFrame.tsx';
import { useTimeChart, type TimeChartInput } from './useTimeChart.ts';

export interface TwoAxesProps extends TimeChartProps {
  /** What there is: holds until it changes. Its axis stands at the left. */
  readonly line: Measure;
  /** What happens in each step. Its axis stands at the right. */
  readonly bars: Measure;
}

/** Two measures of different units on one time axis: stock as a line, sales as bars. */
export function TwoAxes({ label, line, bars, by, onRange, height, marks }: TwoAxesProps) {
  const scenes = useMemo(() => twoScenesOf(line, bars, by), [line, bars, by]);
  const describe: TimeChartInput['describe'] = (at, how) => twoAxesTip(scenes, at, how);
  const chart = useTimeChart({ places: scenes.places, by, onRange, bars: true, describe });
  const legend = [
    { id: 'line', name: line.name, look: 'main' as const },
    { id: 'bars', name: bars.name, look: 'bars' as const },
  ];
  return (
    <TimeFrame label={label} height={height} chart={chart} legend={legend}>
      <TwoAxesDrawing scenes={scenes} plot={chart.plot} marks={marks ?? none} cursor={chart.cursor} />
    </TimeFrame>
  );
}

const none: readonly never[] = [];
