import { Button } from '../../components/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { samples } from './model/samples.ts';
import styles from './Query.module.css';
import { words } from './texts.ts';

const names = ['stores', 'days', 'products', 'stockouts'] as const;

/** Before anything was asked: statements to begin with. */
export function Start({ onRun }: { readonly onRun: (sql: string) => void }) {
  const texts = useTexts(words);
  return (
    <section className={styles.start}>
      <h2>{texts.startTitle}</h2>
      <p>{texts.startText}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <Button onPress={() => onRun(samples[name])}>{texts.samples[name]}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
