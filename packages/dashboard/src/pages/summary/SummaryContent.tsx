import { FailureState, StaleBanner } from '../../components/index.ts';
import { useStatistics } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import type { DateRange } from '../../range/index.ts';
import { SummaryFigures } from './SummaryFigures.tsx';
import { SummaryFoot } from './SummaryFoot.tsx';
import styles from './SummaryPage.module.css';
import { SummarySkeleton } from './SummarySkeleton.tsx';

export interface SummaryContentProps {
  readonly range: DateRange;
  /** The days that have data. */
  readonly data: DateRange;
  readonly onChoose: (range: DateRange) => void;
}

/** The page below its head: the figures, a skeleton while they load, or why there are none. */
export function SummaryContent({ range, data, onChoose }: SummaryContentProps) {
  const { texts } = useLocale();
  const statistics = useStatistics(range);
  const { data: answer, error, isFetching, isPlaceholderData, dataUpdatedAt } = statistics;
  const retry = { error, onRetry: () => void statistics.refetch(), retrying: isFetching };
  return (
    <>
      <Announcement range={range} loading={answer === undefined || isPlaceholderData} failed={error !== null} />
      {error !== null && answer !== undefined ? <StaleBanner {...retry} /> : null}
      {error === null && answer?.previousError ? (
        <StaleBanner {...retry} error={answer.previousError} note={texts.failure.uncompared} />
      ) : null}
      <div className={styles.content} aria-busy={isPlaceholderData}>
        {answer !== undefined ? (
          <SummaryFigures statistics={answer} data={data} onChoose={onChoose} />
        ) : error !== null ? (
          <FailureState {...retry} />
        ) : (
          <SummarySkeleton />
        )}
      </div>
      {answer === undefined ? null : (
        <SummaryFoot data={data} asOfMs={dataUpdatedAt} onRefresh={retry.onRetry} refreshing={isFetching} />
      )}
    </>
  );
}

interface AnnouncementProps {
  readonly range: DateRange;
  readonly loading: boolean;
  readonly failed: boolean;
}

/** Announces loading and results to screen readers. */
function Announcement({ range, loading, failed }: AnnouncementProps) {
  const { texts, dates } = useLocale();
  const words = loading ? texts.summary.loading : texts.summary.loaded(dates.range(range));
  return (
    <p className="visually-hidden" role="status">
      {failed ? '' : words}
    </p>
  );
}
