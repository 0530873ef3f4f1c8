import { useMemo } from 'react';
import type { Source } from '../../../client/index.ts';
import { type StockSummary, totalsOf } from '../model/index.ts';
import { useInventory } from '../state/index.ts';
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
  const { address } = useInventory();
  const totals = useMemo(() => totalsOf(rows), [rows]);
  const sold = useSold(address.by);
  return (
    <div className={styles.overview}>
      <Figures totals={totals} sold={sold} source={source} />
      <HealthPanel rows={rows} totals={totals} sold={sold} source={source} />
    </div>
  );
}
