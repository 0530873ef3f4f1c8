import type { TimeLine, TimePoint } from '../../../charts/index.ts';
import type { Measure } from '../address/index.ts';
import { measured, type Bucket, type Tally } from '../model/index.ts';
import type { Buckets } from './useBuckets.ts';

export interface LinesInput extends Pick<Buckets, 'buckets' | 'before'> {
  readonly measure: Measure;
  readonly names: { readonly now: string; readonly before: string };
  /** Writes an exact figure. */
  readonly write: (text: string | null) => string;
}

/** What the chart draws: the measure, and what it is compared with. */
export function linesOf({ buckets, before, measure, names, write }: LinesInput): TimeLine[] {
  const point = (bucket: Bucket, tally: Tally | null): TimePoint => {
    const text = measured(tally, measure);
    return { date: bucket.start, value: text === null ? null : Number(text), text: write(text) };
  };
  const compared = buckets.map((bucket) => ({
    ...point(bucket, bucket.before),
    ...(bucket.comparedWith === null ? {} : { of: bucket.comparedWith.from }),
  }));
  return [
    { id: 'now', name: names.now, points: buckets.map((bucket) => point(bucket, bucket.now)), look: 'main' },
    ...(before === null ? [] : [{ id: 'before', name: names.before, points: compared, look: 'compared' as const }]),
  ];
}
