import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Source } from '../../../client/index.ts';
import { type Asked, Button, KpiPlace, KpiSkeleton } from '../../../components/index.ts';
import { failureText, useLocale } from '../../../i18n/index.ts';
import styles from './Kpis.module.css';

export interface AnsweredKpiProps<Body> {
  readonly label: string;
  readonly answer: Asked<Body>;
  /** What the figure will be compared with. */
  readonly changes?: readonly string[];
  readonly note?: boolean;
  readonly children: (body: Body, source: Source) => ReactNode;
}

/** One figure with an answer of its own: if that fails, the others stand. */
export function AnsweredKpi<Body>({ label, answer, changes = [], note = false, children }: AnsweredKpiProps<Body>) {
  const { texts } = useLocale();
  const { data, error } = answer;
  if (data !== undefined) return children(data.body, data.source);
  if (error === null || error === undefined) return <KpiSkeleton label={label} changes={changes} note={note} />;
  return (
    <KpiPlace label={label}>
      <p className={styles.failed}>{failureText(error, texts).title}</p>
      <Button onPress={() => void answer.refetch()} isDisabled={answer.isFetching}>
        <RotateCw size={15} aria-hidden="true" />
        {texts.failure.retry}
      </Button>
    </KpiPlace>
  );
}
