import { lazy, Suspense, useCallback } from 'react';
import { Boundary } from '../../components/index.ts';
import { useTheme } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { readPalette } from '../palette.ts';
import styles from './DailySalesChart.module.css';
import { dailySalesOption } from './option.ts';
import type { DailySales } from './series.ts';

const GRID_LINES = 6;
/** If the chart's code fails to load, the page still works: text and table hold the same information. */
const EChart = lazy(() => import('../EChart.tsx').catch(() => ({ default: ChartFailed })));

export interface DailySalesChartProps {
  readonly days: readonly DailySales[];
  /** Draw the period before beneath. */
  readonly compared: boolean;
  /** Names the drawing for screen readers; the figures themselves must stand in a table elsewhere. */
  readonly label: string;
}

/** Sales of each day as a line, over the line of the period before; weekends are shaded. */
export function DailySalesChart({ days, compared, label }: DailySalesChartProps) {
  const locale = useLocale();
  const { theme } = useTheme();
  const describe = useCallback(
    (element: HTMLElement, width: number) =>
      dailySalesOption({ days, compared, width, palette: readPalette(element), locale }),
    [days, compared, locale],
  );
  return (
    <div className={styles.chart} role="img" aria-label={label}>
      <Boundary fallback={<ChartFailed />}>
        <Suspense fallback={<ChartSkeleton />}>
          {/* The palette is read from the document on creation, so a theme change needs a new chart. */}
          <EChart key={theme} describe={describe} />
        </Suspense>
      </Boundary>
    </div>
  );
}

function ChartFailed() {
  return <p className={styles.failed}>{useLocale().texts.daily.chartFailed}</p>;
}

/** The drawing's place while it loads. */
export function ChartSkeleton() {
  return (
    <div className={styles.waiting} aria-hidden="true">
      {Array.from({ length: GRID_LINES }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
