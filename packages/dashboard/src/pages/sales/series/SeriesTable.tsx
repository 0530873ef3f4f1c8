import { useMemo } from 'react';
import { DataTable } from '../../../components/index.ts';
import { useLocale } from '../../../i18n/index.ts';
import { useWords } from '../explore/index.ts';
import { seriesColumns } from './columns.tsx';
import { type SeriesProps, useBuckets } from './useBuckets.ts';

/** The same as a table, the last days first. */
export function SeriesTable({ explore, body }: SeriesProps) {
  const texts = useWords();
  const { dates } = useLocale();
  const { measure, by } = explore.view;
  const { buckets, before } = useBuckets({ explore, body });
  const compared = before !== null;
  const columns = useMemo(
    () => seriesColumns({ view: { measure, by }, compared, texts, dates }),
    [measure, by, compared, texts, dates],
  );
  return (
    <DataTable
      label={texts.series(texts.measures[measure], by)}
      rows={useMemo(() => buckets.toReversed(), [buckets])}
      columns={columns}
      rowId={({ start }) => start}
    />
  );
}
