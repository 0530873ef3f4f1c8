import { useMemo } from 'react';
import { type Column, DataTable } from '../../../components/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { useWords } from '../explore/index.ts';
import { kindOf, measured, tallyOf } from '../model/index.ts';
import { hourName, type HoursProps, weekdayName } from './hours.ts';

type HourRow = HoursProps['body']['datos'][number];

/** The heatmap's cells one below the other, and the lines that no hour is known of. */
export function HourHeatTable({ body, measure, label }: HoursProps) {
  const texts = useWords();
  const { dates } = useLocale();
  const columns = useMemo(
    (): Column<HourRow>[] => [
      {
        id: 'dia',
        header: texts.weekday,
        kind: 'text',
        value: ({ dia_semana: day }) => day,
        cell: ({ dia_semana: day }) => weekdayName(day, dates),
      },
      {
        id: 'hora',
        header: texts.hour,
        kind: 'text',
        value: ({ hora: hour }) => (hour === null ? null : hourName(hour)),
      },
      {
        id: 'cifra',
        header: texts.measures[measure],
        kind: kindOf(measure),
        value: (row) => measured(tallyOf(row), measure),
      },
    ],
    [texts, dates, measure],
  );
  return (
    <DataTable
      label={label}
      rows={body.datos}
      columns={columns}
      rowId={({ dia_semana: day, hora: hour }) => `${day} ${hour ?? ''}`}
    />
  );
}
