import { useMemo } from 'react';
import { TimeSeries } from '../../../charts/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { intersection, rangePatch, type DateRange } from '../../../range/index.ts';
import { Hint } from '../common/index.ts';
import { useMeasure, useWords, type Words } from '../explore/index.ts';
import { linesOf } from './lines.ts';
import { useBuckets, type SeriesProps } from './useBuckets.ts';

const steps = { dia: 'day', semana: 'week', mes: 'month' } as const;

/** The series as lines. Days that are dragged over become the page's. */
export function SeriesChart({ explore, body }: SeriesProps) {
  const texts = useWords();
  const { dates } = useLocale();
  const { data, view, go } = explore;
  const { measure, by, compare } = view;
  const { write, short } = useMeasure(measure);
  const { buckets, range, before } = useBuckets({ explore, body });
  const series = useMemo(() => {
    const names = { now: texts.now, before: texts.comparisons[compare] };
    return linesOf({ buckets, before, measure, names, write });
  }, [buckets, before, measure, compare, texts, write]);
  // Weeks and months may begin before the data do, and end after them.
  const zoom = (chosen: DateRange) => {
    const days = intersection(chosen, data);
    if (days !== null) go(rangePatch(days));
  };
  return (
    <>
      <TimeSeries
        label={texts.seriesLabel(texts.series(texts.measures[measure], by), dates.range(range))}
        series={series}
        format={short}
        by={steps[by]}
        onRange={zoom}
      />
      <Hint>{comparisonText({ compare: view.compare, before: before && dates.range(before), texts })}</Hint>
    </>
  );
}

interface ComparisonWords {
  readonly compare: string;
  readonly before: string | null;
  readonly texts: Words;
}

function comparisonText({ compare, before, texts }: ComparisonWords): string {
  const compared = before === null ? texts.cannotCompare : `${texts.comparedWith(before)}.`;
  return [...(compare === 'nada' ? [] : [compared]), texts.zoomHint].join(' ');
}
