import { RangePicker, RangePickerSkeleton, Skeleton } from '../../components/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { lengthInDays, type DateRange } from '../../range/index.ts';
import { comparableRange } from './model.ts';
import styles from './SummaryPage.module.css';

export interface SummaryHeadProps {
  /** Null as long as it is not known. */
  readonly range: DateRange | null;
  /** The days that have data; null as long as they are unknown, or if there are none. */
  readonly data: DateRange | null;
  /** They are on their way. */
  readonly waiting: boolean;
  readonly onChoose: (range: DateRange) => void;
  readonly addressIsInvalid: boolean;
}

/** The page's name, the days on screen, and the way to others. */
export function SummaryHead({ range, data, waiting, onChoose, addressIsInvalid }: SummaryHeadProps) {
  const { texts } = useLocale();
  return (
    <header className={styles.head}>
      <div>
        <h1 className={styles.title}>{texts.summary.title}</h1>
        <p className={styles.subtitle}>
          {range && data ? (
            <RangeInWords range={range} data={data} />
          ) : (
            waiting && <Skeleton width="18rem" height="0.8em" />
          )}
        </p>
        {addressIsInvalid ? (
          <p className={styles.subtitle} role="status">
            {texts.range.addressInvalid}
          </p>
        ) : null}
      </div>
      {range && data ? (
        <RangePicker range={range} data={data} onChoose={onChoose} />
      ) : waiting ? (
        <RangePickerSkeleton />
      ) : null}
    </header>
  );
}

function RangeInWords({ range, data }: { readonly range: DateRange; readonly data: DateRange }) {
  const { texts, dates, numbers } = useLocale();
  const before = comparableRange(range, data);
  const days = lengthInDays(range);
  return (
    <>
      {dates.range(range)}
      <span>
        {' · '}
        {texts.range.days(days, numbers.whole(days))}
      </span>
      <span className={styles.separator}> · </span>
      <span className={styles.comparedWith}>
        {before ? texts.summary.compared(dates.range(before)) : texts.summary.notCompared}
      </span>
    </>
  );
}
