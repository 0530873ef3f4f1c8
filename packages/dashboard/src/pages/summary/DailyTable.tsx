import type { DailySales } from '../../charts/index.ts';
import { Change } from '../../components/index.ts';
import { change } from '../../figures/index.ts';
import { useLocale } from '../../i18n/index.ts';
import styles from './DailyPanel.module.css';

export interface DailyTableProps {
  readonly days: readonly DailySales[];
  /** Show the period before beside it. */
  readonly compared: boolean;
}

/** The figures of the daily chart, the last day first. */
export function DailyTable({ days, compared }: DailyTableProps) {
  const { texts } = useLocale();
  return (
    // Focusable, so that the arrow keys scroll it.
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={texts.daily.tableLabel}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.daily.day}</th>
            <th scope="col">{texts.summary.sales}</th>
            {compared ? (
              <>
                <th scope="col">{texts.daily.change}</th>
                <th scope="col">{texts.daily.compared}</th>
                <th scope="col">{texts.daily.previousDay}</th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <DayRow key={day.date} day={day} compared={compared} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DayRow({ day, compared }: { readonly day: DailySales; readonly compared: boolean }) {
  const { texts, dates, numbers } = useLocale();
  const amount = (value: string | null) => (value === null ? texts.daily.noData : numbers.money(value));
  return (
    <tr>
      <th scope="row">{dates.dayWithWeekday(day.date)}</th>
      <td className={day.sales === null ? styles.muted : undefined}>{amount(day.sales)}</td>
      {compared ? (
        <>
          <td>
            <Change value={change(day.sales, day.previousSales)} />
          </td>
          <td className={styles.muted}>{amount(day.previousSales)}</td>
          <td className={styles.muted}>{dates.dayWithWeekday(day.previousDate)}</td>
        </>
      ) : null}
    </tr>
  );
}
