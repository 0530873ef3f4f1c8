import { RotateCw } from 'lucide-react';
import { Button } from '../../components/index.ts';
import { useLocale } from '../../i18n/index.ts';
import type { DateRange } from '../../range/index.ts';
import styles from './SummaryPage.module.css';

export interface SummaryFootProps {
  /** The days that have data. */
  readonly data: DateRange;
  /** When the figures on screen were asked for. */
  readonly asOfMs: number;
  readonly onRefresh: () => void;
  readonly refreshing: boolean;
}

/** How old the figures are, and the way to newer ones. */
export function SummaryFoot({ data, asOfMs, onRefresh, refreshing }: SummaryFootProps) {
  const { texts, dates } = useLocale();
  return (
    <footer className={styles.foot}>
      <p>
        {texts.summary.dataUntil(dates.day(data.to))} · {texts.summary.asOf(dates.time(asOfMs))}
      </p>
      <Button look="quiet" onPress={onRefresh} isDisabled={refreshing}>
        <RotateCw size={15} aria-hidden="true" />
        {refreshing ? texts.summary.refreshing : texts.summary.refresh}
      </Button>
    </footer>
  );
}
