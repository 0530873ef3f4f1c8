import { useLocale } from '../../i18n/index.ts';
import styles from './DailyPanel.module.css';

export interface DailyLegendProps {
  /** The days drawn, in words. */
  readonly range: string;
  /** The lines are means of seven days. */
  readonly smoothed: boolean;
  /** How many days earlier the compared line lies; null without one. */
  readonly shiftDays: number | null;
}

/** What each line of the daily chart is. */
export function DailyLegend({ range, smoothed, shiftDays }: DailyLegendProps) {
  const { daily } = useLocale().texts;
  return (
    <ul className={styles.legend}>
      <li>
        <span className={styles.keyNow} />
        {smoothed ? daily.weeklyMean : range}
      </li>
      {smoothed ? (
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
