import { Skeleton } from '../skeleton/Skeleton.tsx';
import styles from './DataTable.module.css';

/** As high as a table of so many rows. */
export function TableSkeleton({ rows = 10 }: { readonly rows?: number }) {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {Array.from({ length: rows + 1 }, (_, index) => (
        <div key={index}>
          <Skeleton width={index === 0 ? '100%' : `${92 - ((index * 17) % 40)}%`} height="0.75rem" />
        </div>
      ))}
    </div>
  );
}
