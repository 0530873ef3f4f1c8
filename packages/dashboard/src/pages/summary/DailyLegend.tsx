import type { Smoothing } from '../../charts/index.ts';
import { useLocale } from '../../i18n/index.ts';
import styles from './DailyPanel.module.css';

export interface DailyLegendProps {
  /** The days drawn, in words. */
  readonly range: string;
  readonly smoothing: Smoothing;
  /** How many days earlier the compared line lies; null without one. */
  readonly shiftDays: number | null;
}

/** What each line of the daily chart is. */
export function DailyLegend({ range, smoothing, shiftDays }: DailyLegendProps) {
  const { daily } = useLocale().texts;
  return (
    <ul className={styles.legend}>
      <li>
        <span className={styles.keyNow} />
        {smoothing.meanDays === 1 ? range : daily.meanOf(smoothing.meanDays)}
      </li>
      {smoothing.everyDay ? (
        <li>
          <span className={styles.keyEveryDay} />
          {daily.everyDay}
        </li>
      ) : null}
      {shiftDays === null ? null : (
        <li>
          <span className={styles.keyBefore} />
          {daily.comparedWith(shiftDays)}
        </li>
      )}
    </ul>
  );
}
