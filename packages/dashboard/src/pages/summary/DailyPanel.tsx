import { useMemo, useState } from 'react';
import { dailySeries, DailySalesChart } from '../../charts/index.ts';
import { Panel } from '../../components/panel/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { DailyAside, type DailyView } from './DailyAside.tsx';
import { DailyTable } from './DailyTable.tsx';
import type { SummaryInput } from './model.ts';

/** Sales of every day, as a drawing or as a table of the same figures. */
export function DailyPanel({ statistics, data }: SummaryInput) {
  const { texts, dates } = useLocale();
  const [view, setView] = useState<DailyView>('chart');
  const { range, current, previous } = statistics;
  const series = useMemo(
    () => dailySeries(range, data, [...(previous?.por_dia ?? []), ...current.por_dia]),
    [range, data, current, previous],
  );
  const compared = series.shiftDays !== null;
  const words = dates.range(series.shown ?? range);
  return (
    <Panel
      title={texts.daily.title}
      aside={<DailyAside series={series} range={words} view={view} onViewChange={setView} />}
    >
      {view === 'chart' ? (
        <DailySalesChart days={series.days} compared={compared} label={texts.daily.chartLabel(words)} />
      ) : (
        <DailyTable days={series.days} compared={compared} />
      )}
    </Panel>
  );
}
