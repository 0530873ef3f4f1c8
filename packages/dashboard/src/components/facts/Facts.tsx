import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** A fact's name and value. */
export type Fact = readonly [name: string, value: ReactNode];

/** What is known of something, to read. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
