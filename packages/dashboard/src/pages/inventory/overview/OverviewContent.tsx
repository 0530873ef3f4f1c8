import { useMemo } from 'react';
import type { Source } from '../../../client/index.ts';
import { groupingOf, totalsOf, type StockSummary } from '../model/index.ts';
import { Figures } from './Figures.tsx';
import { HealthPanel } from './HealthPanel.tsx';
import styles from './Overview.module.css';
import { useSold } from './useSold.ts';

export interface OverviewContentProps {
  readonly rows: readonly StockSummary[];
  readonly source: Source;
}

/** The figures and the health of the rows on screen. */
export function OverviewContent({ rows, source }: OverviewContentProps) {
  // What the rows are, not what the address asks for by now.
  const by = groupingOf(source.request);
  const totals = useMemo(() => totalsOf(rows), [rows]);
  const sold = useSold(by);
  return (
    <div className={styles.overview}>
      <Figures totals={totals} sold={sold} source={source} />
      <HealthPanel by={by} rows={rows} totals={totals} sold={sold} source={source} />
    </div>
  );
}
