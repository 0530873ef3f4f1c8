import { Panel, type PanelView } from '../../../components/index.ts';
import { useAddressSearch, useChangeSearch } from '../../../hooks/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import { words } from '../texts.ts';
import type { StatementAnswer } from '../state/useStatement.ts';
import styles from './Result.module.css';
import { ResultView } from './ResultView.tsx';
import { Truncated } from './Truncated.tsx';

const formats = ['excel', 'xlsx', 'csv', 'ndjson', 'parquet', 'arrow'] as const;

export interface ResultPanelProps {
  readonly answer: StatementAnswer;
  /** Another answer is on its way. */
  readonly stale: boolean;
}

/** What a statement answered: how much, how fresh, and the rows themselves. */
export function Result({ answer, stale }: ResultPanelProps) {
  const texts = useTexts(words);
  const { numbers, dates } = useLocale();
  const change = useChangeSearch();
  const view: PanelView = new URLSearchParams(useAddressSearch()).get('vista') === 'grafico' ? 'chart' : 'table';
  const { body, source, ms } = answer;
  const count = body.filas.length;
  const facts = [
    texts.rows(count, numbers.whole(count)),
    texts.took(numbers.quantity((ms / 1000).toFixed(ms < 10_000 ? 2 : 0))),
    source.asOf === null ? null : texts.asOf(dates.time(Date.parse(source.asOf))),
  ];
  return (
    <div className={stale ? styles.stale : undefined} aria-busy={stale}>
      <Panel
        title={texts.result}
        aside={<span className={styles.facts}>{facts.filter((fact) => fact !== null).join(' · ')}</span>}
        source={source}
        formats={formats}
        view={view}
        onView={(next) => change({ vista: next === 'chart' ? 'grafico' : null })}
      >
        {body.truncado ? <Truncated count={count} /> : null}
        <ResultView view={view} columns={body.columnas} rows={body.filas} />
      </Panel>
    </div>
  );
}
