import { ChartSkeleton } from '../../charts/index.ts';
import { KpiSkeleton, KpiStrip, Panel, TableSkeleton } from '../../components/index.ts';
import { useTexts } from '../../i18n/index.ts';
import styles from './SummaryPage.module.css';
import { ConcernSkeleton } from './attention/ConcernList.tsx';
import { words } from './texts.ts';

/** The page's layout before it is known which days it is about. */
export function SummarySkeleton() {
  const texts = useTexts(words);
  const changes = [texts.previous, texts.lastYear];
  return (
    <div className={styles.figures}>
      <KpiStrip seven label={texts.metrics}>
        {(['sales', 'receipts', 'ticket', 'units', 'margin'] as const).map((id) => (
          <KpiSkeleton
            key={id}
            label={texts[id]}
            main={id === 'sales'}
            changes={changes}
            note={id === 'units'}
            course
          />
        ))}
        <KpiSkeleton label={texts.stockouts} changes={changes} note />
        <KpiSkeleton label={texts.stockValue} note />
      </KpiStrip>
      <div className={styles.columns}>
        <Panel title={texts.dailyTitle}>
          <ChartSkeleton />
        </Panel>
        <Panel title={texts.attention.title}>
          <ConcernSkeleton />
        </Panel>
      </div>
      <Panel title={texts.storesTitle}>
        <TableSkeleton rows={16} />
      </Panel>
    </div>
  );
}
