import type { ReactNode } from 'react';
import { Skeleton } from '../skeleton/Skeleton.tsx';
import styles from './Kpi.module.css';

export interface KpiSkeletonProps {
  readonly label: string;
  readonly main?: boolean;
  /** What the figure will be compared with. */
  readonly changes?: readonly string[];
  readonly note?: boolean;
  readonly course?: boolean;
}

/** A figure's place before it arrives, as high as it will be. */
export function KpiSkeleton({ label, main = false, changes = [], note = false, course = false }: KpiSkeletonProps) {
  return (
    <KpiPlace label={label} main={main}>
      <p className={styles.value}>
        <Skeleton width="60%" height="0.75em" />
      </p>
      {changes.length === 0 ? null : (
        <ul className={styles.changes}>
          {changes.map((name) => (
            <li key={name} className={styles.change}>
              <span className={styles.waiting}>
                <Skeleton width="70%" height="0.8em" />
              </span>
              <span className={styles.name}>{name}</span>
            </li>
          ))}
        </ul>
      )}
      {note ? (
        <div className={styles.note}>
          <Skeleton width="80%" height="0.8em" />
        </div>
      ) : null}
      {course ? <div className={`${styles.course} ${styles.coursePlace}`} /> : null}
    </KpiPlace>
  );
}

export interface KpiPlaceProps {
  readonly label: string;
  readonly main?: boolean;
  readonly children: ReactNode;
}

/** An item of `KpiStrip` that is not a figure: one on its way, or why there is none. */
export function KpiPlace({ label, main = false, children }: KpiPlaceProps) {
  return (
    <li className={`${styles.cell} ${main ? styles.main : ''}`}>
      <h2 className={styles.label}>{label}</h2>
      {children}
    </li>
  );
}
