import type { ReactNode } from 'react';
import styles from './Common.module.css';

/** A word to what is above it. */
export function Hint({ children }: { readonly children: ReactNode }) {
  return <p className={styles.hint}>{children}</p>;
}
