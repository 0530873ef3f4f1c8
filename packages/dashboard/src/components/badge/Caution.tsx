import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Badge.module.css';

export interface CautionProps {
  /** Stands beside a title, not within a table. */
  readonly large?: boolean;
  readonly children: ReactNode;
}

/** Something that a person should look at, in a few words. */
export function Caution({ large = false, children }: CautionProps) {
  return (
    <span className={`${styles.badge} ${large ? styles.large : ''}`}>
      <TriangleAlert size={large ? 15 : 13} aria-hidden="true" />
      {children}
    </span>
  );
}
