import { Answer, Panel, Segmented } from '../../../components/index.ts';
import { useAsk } from '../../../hooks/index.ts';
import { type ClassesQuery, useClasses, useWords } from '../state/index.ts';
import styles from './Matrix.module.css';
import { MatrixAnswer } from './MatrixAnswer.tsx';
import { weekItems, weeksNamed } from './weeks.ts';

/** The matrix of a range, with the choice of the weeks that its columns come from. */
export function MatrixPanel({ query }: { readonly query: ClassesQuery }) {
  const texts = useWords();
  const { weeks, change } = useClasses();
  const matrix = useAsk('verMatrizAbcXyz', { query });
  return (
    <Panel
      title={texts.matrix}
      definition={texts.matrixDefinition}
      source={matrix.data?.source}
      aside={
        <div className={styles.weeks}>
          <span aria-hidden="true">{texts.weeks}</span>
          <Segmented
            label={texts.weeks}
            items={weekItems(texts.weekCount)}
            selected={String(weeks)}
            onSelect={(name) => change({ weeks: weeksNamed(name) })}
          />
        </div>
      }
    >
      <Answer of={matrix} skeleton={<div className={styles.place} aria-hidden="true" />}>
        {(body, source) => (
          <MatrixAnswer cells={body.datos} days={body.rango} weekDays={body.rango_semanas} source={source} />
        )}
      </Answer>
    </Panel>
  );
}
