import { EmptyState, FailureState, PageHead } from '../../components/index.ts';
import { useDataRange, useRange } from '../../hooks/index.ts';
import { SalesContent } from './SalesContent.tsx';
import styles from './SalesPage.module.css';
import { ChartPlace, KpisSkeleton } from './common/index.ts';
import { useWords } from './explore/index.ts';

/** Sales explored: by time, store, category and product, down to single receipts. */
export function SalesPage() {
  const texts = useWords();
  const everything = useDataRange();
  const data = everything.data ?? null;
  const { range } = useRange(data);
  return (
    <div className={styles.page}>
      <PageHead title={texts.title} filters={['range', 'stores', 'categories', 'products', 'text']} />
      {everything.isError && everything.data === undefined ? (
        <FailureState
          error={everything.error}
          onRetry={() => void everything.refetch()}
          retrying={everything.isFetching}
        />
      ) : everything.data === null ? (
        <EmptyState title={texts.noDataTitle} text={texts.noData} />
      ) : data === null || range === null ? (
        <>
          <KpisSkeleton />
          <ChartPlace />
        </>
      ) : (
        <SalesContent range={range} data={data} />
      )}
    </div>
  );
}
