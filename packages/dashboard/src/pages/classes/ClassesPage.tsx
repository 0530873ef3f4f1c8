import { EmptyState, FailureState, PageHead, TableSkeleton } from '../../components/index.ts';
import { useDataRange, useRange } from '../../hooks/index.ts';
import { ClassesContent } from './ClassesContent.tsx';
import styles from './ClassesPage.module.css';
import { useWords } from './state/index.ts';

/** What each product weighs in sales and how regularly it sells: the matrix, its products, and why each is where it is. */
export function ClassesPage() {
  const texts = useWords();
  const everything = useDataRange();
  const data = everything.data ?? null;
  const { range } = useRange(data);
  return (
    <div className={styles.page}>
      <PageHead
        title={texts.title}
        subtitle={texts.subtitle}
        filters={['range', 'stores', 'categories', 'products', 'text']}
      />
      {everything.isError && everything.data === undefined ? (
        <FailureState
          error={everything.error}
          onRetry={() => void everything.refetch()}
          retrying={everything.isFetching}
        />
      ) : everything.data === null ? (
        <EmptyState title={texts.noDataTitle} text={texts.noData} />
      ) : range === null ? (
        <TableSkeleton rows={14} />
      ) : (
        <ClassesContent range={range} />
      )}
    </div>
  );
}
