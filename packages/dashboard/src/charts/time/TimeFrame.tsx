import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { texts } from '../texts.ts';
import { Tip } from './cursor/Tip.tsx';
import styles from './TimeFrame.module.css';
import { TimeLegend, type LegendItem } from './TimeLegend.tsx';
import type { TimeChart } from './useTimeChart.ts';

export interface TimeFrameProps {
  readonly label: string;
  readonly height: number | undefined;
  readonly chart: TimeChart;
  /** What the parts are; none where the title says it. */
  readonly legend: readonly LegendItem[];
  /** Parts of the drawing. */
  readonly children: ReactNode;
}

/** A chart over time: a drawing, and over it a cursor that pointers and arrow keys move along the time axis. */
export function TimeFrame({ label, height, chart, legend, children }: TimeFrameProps) {
  const words = useTexts(texts);
  const { ref, plot, cursor, told } = chart;
  const { at, choosing, places } = cursor;
  return (
    <div>
      {legend.length === 0 ? null : <TimeLegend items={legend} />}
      <div
        className={`${styles.frame} ${choosing ? styles.choosing : ''}`}
        ref={ref}
        {...cursor.pointer}
        {...(height === undefined ? {} : { style: { height: `${height}px` } })}
      >
        <div role="img" aria-label={label} className={styles.drawing}>
          <svg className={styles.svg} aria-hidden="true">
            {children}
          </svg>
        </div>
        {places === 0 ? null : (
          <div
            className={styles.cursor}
            role="slider"
            tabIndex={0}
            aria-label={words.cursor(label)}
            aria-valuemin={0}
            aria-valuemax={places - 1}
            aria-valuenow={at ?? places - 1}
            aria-valuetext={told.text}
            {...cursor.keyboard}
            {...(choosing ? { 'aria-description': words.chooseHint } : {})}
          />
        )}
        {at === null ? null : <Tip title={told.title} rows={told.rows} plot={plot} at={at} />}
      </div>
    </div>
  );
}
