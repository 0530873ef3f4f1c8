import { change } from '../../figures/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { DailySales } from './series.ts';
import styles from './DailySalesChart.module.css';

/** What floats beside the pointer: the day, its sales, the compared day's, and the change. Text only, never markup. */
export function tooltipFor(day: DailySales, compared: boolean, locale: Locale): HTMLElement {
  const { dates } = locale;
  const box = element('div', styles.tooltip);
  box.append(row(styles.keyNow, dates.dayWithWeekday(day.date), amount(day.sales, locale), styles.tooltipNow));
  if (compared) {
    box.append(
      row(styles.keyBefore, dates.dayWithWeekday(day.previousDate), amount(day.previousSales, locale), undefined),
    );
    const relative = change(day.sales, day.previousSales);
    if (relative !== null) {
      box.append(row(undefined, locale.texts.daily.change, locale.numbers.change(relative), styles.tooltipChange));
    }
  }
  return box;
}

function amount(value: string | null, { numbers, texts }: Locale): string {
  return value === null ? texts.daily.noData : numbers.money(value);
}

function row(key: string | undefined, label: string, value: string, look: string | undefined): HTMLElement {
  const line = element('div', styles.tooltipRow);
  if (look !== undefined) line.classList.add(look);
  line.append(
    element('span', key ?? styles.keyNone),
    element('span', undefined, label),
    element('b', undefined, value),
  );
  return line;
}

function element(tag: string, className?: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== undefined) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
