import { PackageOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly text: string;
  /** Commands that would change it. */
  readonly commands?: readonly string[];
  /** Buttons that would change it. */
  readonly actions?: ReactNode;
}

/** Shown when there is nothing to show; says what to do about it. */
export function EmptyState({ title, text, commands = [], actions }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <span className={styles.emblem}>
        <PackageOpen size={22} aria-hidden="true" />
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {commands.length === 0 ? null : (
        <ul className={styles.commands}>
          {commands.map((command) => (
            <li key={command}>
              <code>{command}</code>
            </li>
          ))}
        </ul>
      )}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
