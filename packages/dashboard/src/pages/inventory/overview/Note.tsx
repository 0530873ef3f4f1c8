import type { ReactNode } from 'react';
import type { SearchPatch } from '../../../navigation/index.ts';
import styles from './Overview.module.css';
import { SeeLink } from './SeeLink.tsx';

export interface NoteProps {
  /** The figure's name, for the link. */
  readonly label?: string;
  /** Opens the list of what is counted; without one there is nothing to open. */
  readonly patch?: SearchPatch | false;
  readonly children: ReactNode;
}

/** What a figure is of, and the way to its rows. */
export function Note({ label = '', patch = false, children }: NoteProps) {
  return (
    <span className={styles.note}>
      <span>{children}</span>
      {patch === false ? null : <SeeLink label={label} patch={patch} />}
    </span>
  );
}
