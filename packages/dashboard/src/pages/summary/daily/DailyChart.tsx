import { useMemo } from 'react';
import { TimeSeries, type TimeLine } from '../../../charts/index.ts';
import { useChangeSearch, useMoney } from '../../../hooks/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import { rangePatch } from '../../../range/index.ts';
import type { Days } from '../model/index.ts';
import { words } from '../texts.ts';

export interface DailyChartProps {
  readonly days: Days;
  /** In pixels. */
  readonly height: number | undefined;
}

/** The days as a line over the line of those they are compared with. Dragging over it chooses a range. */
export function DailyChart({ days: { days, shift }, height }: DailyChartProps) {
  const texts = useTexts(words);
  const { dates } = useLocale();
  const { money, short } = useMoney();
  const change = useChangeSearch();
  const series = useMemo((): TimeLine[] => {
    const now = days.map(({ date, sales }) => ({ date, ...pointOf(sales, money) }));
    const main: TimeLine = { id: 'now', name: texts.thisPeriod, look: 'main', points: now };
    if (shift === null) return [main];
    const then = days.map(({ date, comparedDate, comparedSales }) => ({
      date,
      of: comparedDate,
      ...pointOf(comparedSales, money),
    }));
    return [main, { id: 'then', name: texts.weeksBefore(shift), look: 'compared', points: then }];
  }, [days, shift, money, texts]);
  const range = { from: days[0]?.date ?? '', to: days.at(-1)?.date ?? '' };
  return (
    <TimeSeries
      label={texts.chartLabel(days.length === 0 ? '' : dates.range(range))}
      by="day"
      series={series}
      format={short}
      height={height}
      onRange={(chosen) => change(rangePatch(chosen))}
    />
  );
}

/** A pixel's place needs no cents; what is read is exact. */
function pointOf(amount: string | null, money: (amount: string) => string) {
  return amount === null ? { value: null } : { value: Number(amount), text: money(amount) };
}
