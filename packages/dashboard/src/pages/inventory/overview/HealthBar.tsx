import { StackedBar } from '../../../charts/index.ts';
import { stockStates, stockTones, stockWords } from '../../../components/stock/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { useOverviewTexts } from '../state/index.ts';
import type { StateCounts } from '../model/index.ts';
import styles from './Overview.module.css';

export interface HealthBarProps {
  /** Whose products they are. */
  readonly name: string;
  readonly states: StateCounts;
  readonly legend?: boolean;
}

/** Products by state. */
export function HealthBar({ name, states, legend = false }: HealthBarProps) {
  const texts = useOverviewTexts();
  const { states: names } = useTexts(stockWords);
  const parts = stockStates.map((state) => ({
    id: state,
    name: names[state],
    value: states[state],
    tone: stockTones[state],
  }));
  return (
    <div className={legend ? styles.whole : styles.bar}>
      <StackedBar label={texts.statesOf(name)} parts={parts} legend={legend} />
    </div>
  );
}
