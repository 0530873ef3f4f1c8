import { Change, type Column } from '../../../components/index.ts';
import { change } from '../../../figures/index.ts';
import type { DateFormat } from '../../../i18n/index.ts';
import type { DateRange } from '../../../range/index.ts';
import type { View } from '../address/index.ts';
import type { Words } from '../explore/index.ts';
import { type Bucket, kindOf, measured } from '../model/index.ts';

export interface SeriesColumnsInput {
  readonly view: Pick<View, 'measure' | 'by'>;
  readonly compared: boolean;
  readonly texts: Words;
  readonly dates: DateFormat;
}

/** The columns of the series: its days, the measure, and what it was before. */
export function seriesColumns({ view, compared, texts, dates }: SeriesColumnsInput): Column<Bucket>[] {
  const { measure, by } = view;
  const written = ({ from, to }: DateRange) => (from === to ? dates.dayWithWeekday(from) : dates.range({ from, to }));
  const now = (bucket: Bucket) => measured(bucket.now, measure);
  const then = (bucket: Bucket) => measured(bucket.before, measure);
  const changeOf = (bucket: Bucket) => change(now(bucket), then(bucket));
  const columns: Column<Bucket>[] = [
    {
      id: 'fecha',
      header: texts.granularities[by],
      kind: 'date',
      value: ({ range }) => range.from,
      cell: ({ range }) => written(range),
      width: 22,
    },
    { id: 'ahora', header: texts.measures[measure], kind: kindOf(measure), value: now },
  ];
  if (!compared) return columns;
  return [
    ...columns,
    {
      id: 'cambio',
      header: texts.change,
      kind: 'percent',
      value: (bucket) => changeOf(bucket)?.toFixed(6) ?? null,
      cell: (bucket) => <Change value={changeOf(bucket)} />,
    },
    { id: 'antes', header: texts.before, kind: kindOf(measure), value: then, minor: true },
    {
      id: 'dias',
      header: texts.days,
      kind: 'date',
      value: ({ comparedWith }) => comparedWith?.from ?? null,
      cell: ({ comparedWith }) => comparedWith && written(comparedWith),
      minor: true,
      width: 22,
    },
  ];
}
