import { memo } from 'react';
import { useLocale } from '../../../i18n/index.ts';
import type { BusinessDate } from '../../../range/index.ts';
import { axisLabels, type Plot, type Step, type Stretch, type ValueAxis } from '../model/index.ts';
import styles from './drawing.module.css';

export interface AxesProps {
  readonly plot: Plot;
  readonly places: readonly BusinessDate[];
  readonly by: Step;
  readonly weekends: readonly Stretch[];
  readonly axis: ValueAxis;
  readonly format: (value: number) => string;
  /** A second axis of values, at the right. */
  readonly other?: { readonly axis: ValueAxis; readonly format: (value: number) => string };
}

/** What stands behind the lines: weekends, the lines of the values, and both axes' labels. */
export const Axes = memo(function Axes({ plot, places, by, weekends, axis, format, other }: AxesProps) {
  const { dates } = useLocale();
  const labels = axisLabels(places, by, plot.right - plot.left, dates);
  const perPlace = plot.x(1) - plot.x(0);
  const clamp = (x: number) => Math.min(plot.right, Math.max(plot.left, x));
  return (
    <g>
      {weekends.map(([first, last]) => {
        const [from, to] = [clamp(plot.x(first) - perPlace / 2), clamp(plot.x(last) + perPlace / 2)];
        return (
          <rect
            key={first}
            className={styles.weekend}
            x={from}
            y={plot.top}
            width={to - from}
            height={plot.bottom - plot.top}
          />
        );
      })}
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? styles.ground : styles.grid} d={across(plot, plot.y(tick, axis))} />
          <text className={styles.tick} x={plot.left - 8} y={plot.y(tick, axis)} dy="0.32em" textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {other?.axis.ticks.map((tick) => (
        <text key={tick} className={styles.tick} x={plot.right + 8} y={plot.y(tick, other.axis)} dy="0.32em">
          {other.format(tick)}
        </text>
      ))}
      {labels.map(({ index, text }) => (
        <text
          key={index}
          className={styles.tick}
          x={plot.x(index)}
          y={plot.bottom + 20}
          textAnchor={anchorOf(index, plot)}
        >
          {text}
        </text>
      ))}
    </g>
  );
});

function across({ left, right }: Plot, y: number): string {
  return `M${left} ${Math.round(y) + 0.5}H${right}`;
}

/** A label at the very edge stands within the drawing. */
function anchorOf(index: number, plot: Plot): 'start' | 'middle' | 'end' {
  const x = plot.x(index);
  if (plot.width - x < 24) return 'end';
  return x < 24 ? 'start' : 'middle';
}
