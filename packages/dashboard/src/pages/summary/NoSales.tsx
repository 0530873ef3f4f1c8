import { Button, EmptyState } from '../../components/index.ts';
import { useChangeSearch } from '../../hooks/index.ts';
import { useLocale, useTexts } from '../../i18n/index.ts';
import { DEFAULT_PRESET, presetRange, rangePatch, type DateRange } from '../../range/index.ts';
import { AttentionPanel } from './attention/AttentionPanel.tsx';
import styles from './SummaryPage.module.css';
import { words } from './texts.ts';
import type { SummaryQueries } from './useSummaryQueries.ts';

const commands = ['npx fluxion migrate archivo.duckdb', 'npx fluxion demo'];

/** There are no sales at all. */
export function NoSalesYet() {
  const texts = useTexts(words).empty;
  return <EmptyState title={texts.noDataTitle} text={texts.noData} commands={commands} />;
}

export interface NoSalesProps {
  /** The days that have data. */
  readonly data: DateRange;
  readonly queries: SummaryQueries;
}

/** There are sales, but none in the range on screen. What needs a person does so all the same. */
export function NoSales({ data, queries }: NoSalesProps) {
  const texts = useTexts(words).empty;
  const { dates } = useLocale();
  const change = useChangeSearch();
  const latest = presetRange(DEFAULT_PRESET, data);
  return (
    <div className={styles.figures}>
      <EmptyState
        title={texts.noSalesTitle}
        text={texts.noSales(dates.day(data.from), dates.day(data.to))}
        actions={
          <Button look="primary" onPress={() => change(rangePatch(latest))}>
            {texts.goToLatest}
          </Button>
        }
      />
      <AttentionPanel queries={queries} />
    </div>
  );
}
