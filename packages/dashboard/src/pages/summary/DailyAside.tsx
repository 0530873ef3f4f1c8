import { ChartLine, Table2 } from 'lucide-react';
import { smoothingOf, type DailySeries } from '../../charts/index.ts';
import { Caution, Segmented } from '../../components/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { DailyLegend } from './DailyLegend.tsx';
import styles from './DailyPanel.module.css';

/** How the days are shown. */
export type DailyView = 'chart' | 'table';

export interface DailyAsideProps {
  readonly series: DailySeries;
  /** The days drawn, in words. */
  readonly range: string;
  readonly view: DailyView;
  readonly onViewChange: (view: DailyView) => void;
}

/** Beside the panel's title: what the lines are, what is missing, and the switch to the table. */
export function DailyAside({ series, range, view, onViewChange }: DailyAsideProps) {
  const { texts, numbers } = useLocale();
  const { daily } = texts;
  const { days, shiftDays, missingDays: missing } = series;
  return (
    <>
      <DailyLegend range={range} smoothing={smoothingOf(days.length)} shiftDays={shiftDays} />
      {missing === 0 ? null : <Caution large>{daily.missingDays(missing, numbers.whole(missing))}</Caution>}
      <div className={styles.switch}>
        <Segmented
          label={daily.view}
          selected={view}
          onSelect={onViewChange}
          items={[
            { name: 'chart', content: <ChartLine size={16} aria-hidden="true" />, label: daily.chart },
            { name: 'table', content: <Table2 size={16} aria-hidden="true" />, label: daily.table },
          ]}
        />
      </div>
    </>
  );
}
