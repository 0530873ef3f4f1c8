import { useMemo } from 'react';
import type { AnswerTo } from '../../../client/index.ts';
import type { DateRange } from '../../../range/index.ts';
import type { Explore } from '../explore/index.ts';
import { bucketsOf, comparedRange, type Bucket } from '../model/index.ts';

export type DaysAnswer = AnswerTo<'compararVentasPorDia'>;

export interface SeriesProps {
  readonly explore: Explore;
  readonly body: DaysAnswer;
}

export interface Buckets {
  readonly range: DateRange;
  /** The days that it is compared with; null if it is not. */
  readonly before: DateRange | null;
  readonly buckets: readonly Bucket[];
}

/** The answer in days, weeks or months. Its range is its own: while the next answer is on its way, the page's is another. */
export function useBuckets({ explore, body }: SeriesProps): Buckets {
  const { data, view } = explore;
  const { by, compare } = view;
  return useMemo(() => {
    const { fecha_inicio: from, fecha_fin: to } = body.rango;
    const range = from === null || to === null ? explore.range : { from, to };
    const before = comparedRange(range, compare, data);
    return { range, before, buckets: bucketsOf(body.datos, { range, by, comparison: compare, before }) };
  }, [body, by, compare, data, explore.range]);
}
