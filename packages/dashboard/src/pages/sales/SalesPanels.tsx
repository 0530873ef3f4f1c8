import { Announcement } from './Announcement.tsx';
import { DrillPanel } from './drill/DrillPanel.tsx';
import type { DrillProps } from './drill/drill-props.ts';
import { SalesKpis } from './figures/SalesKpis.tsx';
import { HeatPanel } from './heat/HeatPanel.tsx';
import { PartsPanel } from './parts/PartsPanel.tsx';
import styles from './SalesPage.module.css';
import { SeriesPanel } from './series/SeriesPanel.tsx';

/** From the figure to its course, its places and its parts, and down to its receipts. */
export function SalesPanels(props: DrillProps) {
  const { explore, totals } = props;
  return (
    <>
      <Announcement explore={explore} loading={totals.data === undefined || totals.isPlaceholderData} />
      <div className={styles.figures}>
        <SalesKpis {...props} />
      </div>
      <SeriesPanel explore={explore} />
      <HeatPanel explore={explore} />
      <PartsPanel {...props} />
      <DrillPanel {...props} />
    </>
  );
}
