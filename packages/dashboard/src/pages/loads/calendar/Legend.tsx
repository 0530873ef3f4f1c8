import { useLocale, useTexts } from '../kit.ts';
import { countStates, type Calendar } from '../model/index.ts';
import { words } from '../texts.ts';
import styles from './Calendar.module.css';
import { StateSign, writtenSigns } from './StateSign.tsx';

/** What the signs mean, and how many days have each. */
export function Legend({ calendar }: { readonly calendar: Calendar }) {
  const texts = useTexts(words);
  const { numbers } = useLocale();
  return (
    <ul className={styles.legend}>
      {countStates(calendar).map(([state, count]) => (
        <li key={state}>
          <span
            className={`${styles.cell} ${styles.sample} ${styles[state]}`}
            data-sign={writtenSigns[state]}
            aria-hidden="true"
          >
            <StateSign state={state} />
          </span>
          {texts.states[state]}
          <span className={styles.total}>{numbers.whole(count)}</span>
        </li>
      ))}
      <li>
        <span className={`${styles.cell} ${styles.sample} ${styles.cargada} ${styles.rejects}`} aria-hidden="true">
          <StateSign state="cargada" />
        </span>
        {texts.withRejects}
      </li>
    </ul>
  );
}
