import { useId } from 'react';
import styles from './Arithmetic.module.css';

/** A line of the arithmetic. */
export interface Step {
  readonly name: string;
  readonly value: string;
  /** How it follows from the lines before. */
  readonly rule?: string;
}

export interface StepsProps {
  readonly title: string;
  readonly steps: readonly Step[];
  /** What follows from them. */
  readonly verdict: string;
}

/** Arithmetic, a line at a time, and what follows from it. */
export function Steps({ title, steps, verdict }: StepsProps) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      {steps.length === 0 ? null : (
        <dl className={styles.steps}>
          {steps.map(({ name, value, rule }) => (
            <div key={name} className={styles.step}>
              <dt>
                {name}
                {rule === undefined ? null : <span className={styles.rule}>{rule}</span>}
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.verdict}>{verdict}</p>
    </section>
  );
}
