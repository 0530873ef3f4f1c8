import styles from './Skeleton.module.css';

export interface SkeletonProps {
  /** CSS lengths. */
  readonly width: string;
  readonly height: string;
}

/** Holds the place of something that is on its way, at its size. Hidden from screen readers: a live region speaks. */
export function Skeleton({ width, height }: SkeletonProps) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden="true" />;
}
