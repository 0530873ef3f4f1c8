import { Skeleton } from '../../../components/index.ts';
import styles from './Overview.module.css';

/** The place of a figure that is on its way. */
export function PendingFigure() {
  return (
    <li className={styles.pending}>
      <Skeleton width="50%" height="0.75rem" />
      <Skeleton width="70%" height="1.75rem" />
      <Skeleton width="60%" height="0.75rem" />
    </li>
  );
}
