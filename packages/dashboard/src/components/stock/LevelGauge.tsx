import { levelOf, type LevelInput } from './level.ts';
import styles from './LevelGauge.module.css';
import { stockTones, type StockState } from './states.ts';

export interface LevelGaugeProps extends LevelInput {
  readonly state: StockState;
}

/** A quantity against its minimum, reorder point and maximum. The numbers themselves stand beside it. */
export function LevelGauge({ state, ...input }: LevelGaugeProps) {
  const { fill, marks } = levelOf(input);
  return (
    <span className={styles.gauge} aria-hidden="true">
      <span className={`${styles.fill} ${styles[stockTones[state]]}`} style={{ width: `${fill * 100}%` }} />
      {marks.map((mark, index) => (
        <span key={index} className={styles.mark} style={{ left: `${mark * 100}%` }} />
      ))}
    </span>
  );
}
