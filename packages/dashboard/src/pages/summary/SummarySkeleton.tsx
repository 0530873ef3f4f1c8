import { ChartSkeleton } from '../../charts/index.ts';
import { Skeleton } from '../../components/index.ts';
import { Panel } from '../../components/panel/index.ts';
import { useLocale } from '../../i18n/index.ts';
import chartStyles from './DailyPanel.module.css';
import kpiStyles from './Kpis.module.css';
import styles from './Stores.module.css';

const STORES = 16;

/** The page's layout before its figures arrive, so that nothing moves when they do. */
export function SummarySkeleton() {
  const { texts } = useLocale();
  const { sales, receipts, averageTicket, units, returnedLines } = texts.summary;
  return (
    <>
      <ul className={kpiStyles.strip} aria-label={texts.summary.metricsLabel}>
        {[sales, receipts, averageTicket, units, returnedLines].map((label, index) => (
          <KpiSkeleton key={label} label={label} main={index === 0} />
        ))}
      </ul>
      <Panel title={texts.daily.title} aside={<Skeleton width="12rem" height="0.8em" />}>
        <div className={chartStyles.placeholder}>
          <ChartSkeleton />
        </div>
      </Panel>
      <Panel title={texts.stores.title} aside={<Skeleton width="5rem" height="0.8em" />}>
        <div className={styles.placeholder}>
          <span className={styles.placeholderHead} />
          {Array.from({ length: STORES }, (_, index) => (
            <span key={index}>
              <Skeleton width="9rem" height="0.8em" />
              <Skeleton width="45%" height="0.8em" />
            </span>
          ))}
        </div>
      </Panel>
    </>
  );
}

function KpiSkeleton({ label, main }: { readonly label: string; readonly main: boolean }) {
  return (
    <li className={`${kpiStyles.cell} ${main ? kpiStyles.main : ''}`}>
      <h2 className={kpiStyles.label}>{label}</h2>
      <p className={kpiStyles.value}>
        <Skeleton width="70%" height="0.75em" />
      </p>
      <p className={kpiStyles.comparison}>
        <Skeleton width="60%" height="0.8em" />
      </p>
      <div className={kpiStyles.drawing}>
        <div className={kpiStyles.placeholder} />
      </div>
    </li>
  );
}
