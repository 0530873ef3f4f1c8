import { useLocale, useTexts } from '../kit.ts';
import { countStates, type Calendar } from '../model/index.ts';
import { words } from '../texts.ts';
import styles from './Calendar.module.css';
import { signs } from './DayCell.tsx';

/** What the signs mean, and how many days have each. */
export function Legend({ calendar }: { readonly calendar: Calendar }) {
  const texts = useTexts(words);
  const { numbers } = useLocale();
  return (
    <ul className={styles.legend}>
      {countStates(calendar).map(([state, count]) => (
        <li key={state}>
          <span className={`${styles.cell} ${styles.sample} ${styles[state]}`} aria-hidden="true">
            {signs[state]}
          </span>
          {texts.states[state]}
          <span className={styles.total}>{numbers.whole(count)}</span>
        </li>
      ))}
      <li>
        <span className={`${styles.cell} ${styles.sample} ${styles.cargada} ${styles.rejects}`} aria-hidden="true">
          {signs.cargada}
        </span>
        {texts.withRejects}
      </li>
    </ul>
  );
}
