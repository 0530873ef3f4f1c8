import { FailureState } from '../../components/index.ts';
import { useDataRange, useRange } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { NoSalesYet } from './NoSales.tsx';
import { SummaryContent } from './SummaryContent.tsx';
import { SummaryHead } from './SummaryHead.tsx';
import styles from './SummaryPage.module.css';
import { SummarySkeleton } from './SummarySkeleton.tsx';

/** The chain's sales in a range, compared with the range before. */
export function SummaryPage() {
  const { texts } = useLocale();
  const everything = useDataRange();
  const data = everything.data ?? null;
  const { range, addressIsInvalid, choose } = useRange(data);

  return (
    <div className={styles.page}>
      <title>{`${texts.summary.title} · ${texts.productName}`}</title>
      <SummaryHead
        range={range}
        data={data}
        waiting={everything.isPending}
        onChoose={choose}
        addressIsInvalid={addressIsInvalid}
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
        <SummaryContent range={range} data={data} onChoose={choose} />
      )}
    </div>
  );
}
