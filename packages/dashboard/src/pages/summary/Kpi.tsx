import type { ReactNode } from 'react';
import { Sparkline } from '../../charts/index.ts';
import { Change, Figure } from '../../components/index.ts';
import type { Figure as FigureValue } from '../../figures/index.ts';
import { useLocale, type NumberParts } from '../../i18n/index.ts';
import styles from './Kpis.module.css';

export interface KpiProps {
  readonly label: string;
  /** Null where the figure has no meaning: an average over nothing. */
  readonly value: NumberParts | null;
  /** The period before, written out; null if it cannot be compared. */
  readonly before: string | null;
  readonly change: number | null;
  readonly moreIsWorse?: boolean;
  /** The figure day by day. */
  readonly course?: readonly FigureValue[];
  /** Says more about the figure, where there is no course to draw. */
  readonly note?: ReactNode;
  /** The one figure that is set larger. */
  readonly main?: boolean;
}

/** One figure of the period, with what it was before. */
export function Kpi(props: KpiProps) {
  const { label, value, before, change, moreIsWorse = false, course, note, main = false } = props;
  const { texts } = useLocale();
  return (
    <li className={`${styles.cell} ${main ? styles.main : ''}`}>
      <h2 className={styles.label}>{label}</h2>
      <p className={styles.value}>{value === null ? texts.notAvailable : <Figure parts={value} />}</p>
      <p className={styles.comparison}>
        {before === null ? (
          texts.summary.noComparison
        ) : (
          <>
            <Change value={change} moreIsWorse={moreIsWorse} />
            <span>{texts.summary.before(before)}</span>
          </>
        )}
      </p>
      <div className={styles.drawing}>{course === undefined ? note : <Sparkline figures={course} />}</div>
    </li>
  );
}
