import { FailureState, PageHead } from '../../components/index.ts';
import { useDataRange, useRange } from '../../hooks/index.ts';
import { useTexts } from '../../i18n/index.ts';
import styles from './SummaryPage.module.css';
import { NoSalesYet, Refresh, Subtitle, SummaryContent, SummarySkeleton } from './parts.ts';
import { words } from './texts.ts';

/** Is today all right? The chain in seven figures, what needs a person, its days and its stores. */
export function SummaryPage() {
  const texts = useTexts(words);
  const everything = useDataRange();
  const data = everything.data ?? null;
  const { range } = useRange(data);
  return (
    <div className={styles.page}>
      <PageHead
        title={texts.title}
        subtitle={<Subtitle range={range} data={data} />}
        filters={['range', 'stores', 'categories']}
        actions={<Refresh />}
      />
      {everything.isError && everything.data === undefined ? (
        <FailureState
          error={everything.error}
          onRetry={() => void everything.refetch()}
          retrying={everything.isFetching}
        />
      ) : everything.data === null ? (
        <NoSalesYet />
      ) : data === null || range === null ? (
        <SummarySkeleton />
      ) : (
        <SummaryContent range={range} data={data} />
      )}
    </div>
  );
}
