import styles from './ChartSkeleton.module.css';

const GRID_LINES = 5;

/** A drawing's place while its figures are on their way: the grid that it will have. */
export function ChartSkeleton({ height }: { readonly height?: number | undefined }) {
  return (
    <div
      className={styles.waiting}
      aria-hidden="true"
      {...(height === undefined ? {} : { style: { height: `${height}px` } })}
    >
      {Array.from({ length: GRID_LINES }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
