import { lazy, Suspense } from 'react';
import { EmptyState, type PanelView, Skeleton } from '../../../components/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import type { ResultProps } from '../model/result-columns.ts';
import { words } from '../texts.ts';
import { ResultTable } from './ResultTable.tsx';

/** Whoever looks at tables alone need not wait for charts. */
const ResultChart = lazy(async () => ({ default: (await import('./ResultChart.tsx')).ResultChart }));

export interface ResultViewProps extends ResultProps {
  readonly view: PanelView;
}

/** The rows of an answer, drawn or as a table, or that there are none. */
export function ResultView({ view, columns, rows }: ResultViewProps) {
  const texts = useTexts(words);
  if (rows.length === 0) return <EmptyState title={texts.noRows} text={texts.noRowsText} />;
  if (view === 'table') return <ResultTable columns={columns} rows={rows} />;
  return (
    <Suspense fallback={<Skeleton width="100%" height="20rem" />}>
      <ResultChart columns={columns} rows={rows} />
    </Suspense>
  );
}
