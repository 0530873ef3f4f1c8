import { Skeleton } from '../../../components/index.ts';
import styles from './Common.module.css';

/** As many as `SalesKpis` has figures. */
const FIGURES = 6;

/** The figures' place before they come. */
export function KpisSkeleton() {
  return (
    <div className={styles.kpis} aria-hidden="true">
      {Array.from({ length: FIGURES }, (_, index) => (
        <div key={index}>
          <Skeleton width="50%" height="0.8em" />
          <Skeleton width="75%" height="1.6em" />
          <Skeleton width="60%" height="0.8em" />
        </div>
      ))}
    </div>
  );
}

/** A chart's place before its data come. */
export function ChartPlace() {
  return (
    <div className={styles.chartPlace}>
      <Skeleton width="100%" height="100%" />
    </div>
  );
}
