import { useMemo } from 'react';
import { Change, type Column, DataTable } from '../../../components/index.ts';
import { change } from '../../../figures/index.ts';
import { useMoney } from '../../../hooks/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import type { DayPair, Days } from '../model/index.ts';
import { words } from '../texts.ts';

/** The figures of the chart, the last day first. */
export function DailyTable({ days: { days, shift } }: { readonly days: Days }) {
  const texts = useTexts(words);
  const { dates } = useLocale();
  const { money } = useMoney();
  const columns = useMemo((): Column<DayPair>[] => {
    const amount = (value: string | null) => (value === null ? texts.noData : money(value));
    const changeOf = ({ sales, comparedSales }: DayPair) => change(sales, comparedSales);
    const own: Column<DayPair>[] = [
      {
        id: 'day',
        header: texts.day,
        kind: 'date',
        value: (row) => row.date,
        write: (date) => dates.dayWithWeekday(String(date)),
        width: 17,
      },
      { id: 'sales', header: texts.sales, kind: 'money', value: (row) => row.sales, cell: (row) => amount(row.sales) },
    ];
    if (shift === null) return own;
    return [
      ...own,
      {
        id: 'change',
        header: texts.change,
        kind: 'percent',
        value: changeOf,
        cell: (row) => <Change value={changeOf(row)} />,
      },
      {
        id: 'then',
        header: texts.comparedSales,
        kind: 'money',
        value: (row) => row.comparedSales,
        cell: (row) => amount(row.comparedSales),
      },
      {
        id: 'thenDay',
        header: texts.comparedDay,
        kind: 'date',
        value: (row) => row.comparedDate,
        write: (date) => dates.dayWithWeekday(String(date)),
        minor: true,
        width: 17,
      },
    ];
  }, [texts, dates, money, shift]);
  const rows = useMemo(() => days.toReversed(), [days]);
  return (
    <DataTable label={texts.dailyTable} rows={rows} columns={columns} rowId={(row) => row.date} maxHeight="18rem" />
  );
}
