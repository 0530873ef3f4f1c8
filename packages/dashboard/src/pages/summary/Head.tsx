import { RotateCw } from 'lucide-react';
import { Button, Skeleton } from '../../components/index.ts';
import { useRefresh } from '../../hooks/index.ts';
import { useLocale, useTexts } from '../../i18n/index.ts';
import { lengthInDays, type DateRange } from '../../range/index.ts';
import { comparedRanges } from './model/index.ts';
import styles from './SummaryPage.module.css';
import { words } from './texts.ts';

export interface SubtitleProps {
  /** Null as long as it is not known. */
  readonly range: DateRange | null;
  /** The days that have data; null as long as they are unknown, or if there are none. */
  readonly data: DateRange | null;
}

/** The days on screen, and those that they are compared with. */
export function Subtitle({ range, data }: SubtitleProps) {
  const texts = useTexts(words);
  const { dates, numbers } = useLocale();
  if (range === null || data === null) return <Skeleton width="18rem" height="0.8em" />;
  const { previous } = comparedRanges(range, data);
  const days = lengthInDays(range);
  return (
    <p className={styles.subtitle}>
      <span>
        {dates.range(range)} · {texts.days(days, numbers.whole(days))}
      </span>
      <span>{previous === null ? texts.notCompared : texts.comparedWith(dates.range(previous))}</span>
    </p>
  );
}

/** Asks for everything on the page again. */
export function Refresh() {
  const texts = useTexts(words);
  const { refresh, refreshing } = useRefresh();
  return (
    <Button look="quiet" onPress={refresh} isDisabled={refreshing}>
      <RotateCw size={15} aria-hidden="true" />
      {refreshing ? texts.refreshing : texts.refresh}
    </Button>
  );
}
