import { change, type Figure } from '../../figures/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { DailySales } from './series.ts';
import styles from './DailySalesChart.module.css';

/** A place of the chart, as its tooltip tells it. */
export interface TooltipContent {
  readonly day: DailySales;
  /** The mean that the line is drawn with there; null if it is drawn with the days themselves. */
  readonly mean: { readonly days: number; readonly value: Figure } | null;
  /** The days before are drawn beneath. */
  readonly compared: boolean;
}

/** What floats beside the pointer: the day, its sales, the compared day's, and the change. Text only, never markup. */
export function tooltipFor({ day, mean, compared }: TooltipContent, locale: Locale): HTMLElement {
  const { dates, numbers, texts } = locale;
  const rows: HTMLElement[] = [];
  if (mean !== null) {
    const value = mean.value === null ? texts.daily.noData : numbers.short(mean.value);
    rows.push(row(styles.keyNow, texts.daily.meanOf(mean.days), value));
  }
  const key = mean === null ? styles.keyNow : styles.keyNone;
  rows.push(row(key, dates.dayWithWeekday(day.date), amount(day.sales, locale), styles.tooltipNow));
  if (compared) rows.push(...comparison(day, locale));
  const box = element('div', styles.tooltip);
  box.append(...rows);
  return box;
}

function comparison(day: DailySales, locale: Locale): HTMLElement[] {
  const before = row(
    styles.keyBefore,
    locale.dates.dayWithWeekday(day.previousDate),
    amount(day.previousSales, locale),
  );
  const relative = change(day.sales, day.previousSales);
  if (relative === null) return [before];
  return [
    before,
    row(styles.keyNone, locale.texts.daily.change, locale.numbers.change(relative), styles.tooltipChange),
  ];
}

function amount(value: string | null, { numbers, texts }: Locale): string {
  return value === null ? texts.daily.noData : numbers.money(value);
}

function row(key: string | undefined, label: string, value: string, look?: string): HTMLElement {
  const line = element('div', styles.tooltipRow);
  if (look !== undefined) line.classList.add(look);
  line.append(element('span', key), element('span', undefined, label), element('b', undefined, value));
  return line;
}

function element(tag: string, className?: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== undefined) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
