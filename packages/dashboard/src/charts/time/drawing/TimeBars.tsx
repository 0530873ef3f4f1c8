import { memo } from 'react';
import type { Figure } from '../../../figures/index.ts';
import type { Plot, ValueAxis } from '../model/index.ts';
import styles from './drawing.module.css';

export interface TimeBarsProps {
  readonly figures: readonly Figure[];
  readonly plot: Plot;
  readonly axis: ValueAxis;
}

/** A standing bar at each place that has a value. */
export const TimeBars = memo(function TimeBars({ figures, plot, axis }: TimeBarsProps) {
  const perPlace = plot.x(1) - plot.x(0);
  const width = Math.min(28, Math.max(1, perPlace * 0.7));
  const ground = plot.y(0, axis);
  const path = figures
    .flatMap((figure, index) => {
      if (figure === null || figure === 0) return [];
      const left = Math.round((plot.x(index) - width / 2) * 10) / 10;
      return [`M${left} ${round(ground)}V${round(plot.y(figure, axis))}h${round(width)}V${round(ground)}Z`];
    })
    .join('');
  return <path className={styles.bars} d={path} />;
});

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
