import { useLocale } from '../../i18n/index.ts';
import styles from './StackedBar.module.css';

/** What a part means: each has its own colour and its own pattern. */
export type Tone = 'critical' | 'low' | 'normal' | 'excess' | 'none';

export interface StackedPart {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly tone: Tone;
}

export interface StackedBarProps {
  readonly label: string;
  readonly parts: readonly StackedPart[];
  /** The parts are written out beneath; without it they are read to screen readers alone. */
  readonly legend?: boolean;
}

/** The parts of a whole in one bar. The list of the parts is always there for screen readers, on screen as its legend. */
export function StackedBar({ label, parts, legend = false }: StackedBarProps) {
  const { numbers } = useLocale();
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  const present = parts.filter(({ value }) => value > 0);
  return (
    <div className={styles.stacked}>
      <div className={styles.bar} aria-hidden="true">
        {present.map((part) => (
          <span
            key={part.id}
            className={`${styles.part} ${styles[part.tone]}`}
            style={{ flexGrow: part.value }}
            title={`${part.name}: ${numbers.whole(part.value)}`}
          />
        ))}
      </div>
      <ul className={legend ? styles.legend : 'visually-hidden'} aria-label={label}>
        {parts.map((part) => (
          <li key={part.id}>
            <span className={`${styles.key} ${styles[part.tone]}`} aria-hidden="true" />
            <span>{part.name}</span>{' '}
            <b>
              {numbers.whole(part.value)}
              {whole > 0 ? ` (${numbers.share(part.value / whole)})` : ''}
            </b>
          </li>
        ))}
      </ul>
    </div>
  );
}
