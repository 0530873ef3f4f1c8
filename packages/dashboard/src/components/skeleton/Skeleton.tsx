import styles from './Skeleton.module.css';

export interface SkeletonProps {
  /** CSS lengths. */
  readonly width: string;
  readonly height: string;
}

/** A placeholder with the size of the content to come. Hidden from screen readers, which get a live region instead. */
export function Skeleton({ width, height }: SkeletonProps) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden="true" />;
}
