import type { AnswerTo, Told } from '../../client/index.ts';
import { AttentionPanel } from './attention/AttentionPanel.tsx';
import { DailyPanel } from './daily/DailyPanel.tsx';
import type { SummaryInput } from './input.ts';
import { Kpis } from './kpis/Kpis.tsx';
import { StoresPanel } from './stores/StoresPanel.tsx';
import styles from './SummaryPage.module.css';

export interface SummaryFiguresProps extends SummaryInput {
  /** Undefined before they have arrived. */
  readonly totals: Told<AnswerTo<'resumirVentas'>> | undefined;
}

/** The figures of a range, what needs a person, the days and the stores; each part arrives by itself. */
export function SummaryFigures({ totals, ...input }: SummaryFiguresProps) {
  return (
    <div className={styles.figures}>
      <Kpis {...input} totals={totals} />
      <div className={styles.columns}>
        <DailyPanel {...input} />
        <AttentionPanel queries={input.queries} />
      </div>
      <StoresPanel {...input} />
    </div>
  );
}
