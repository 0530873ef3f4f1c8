import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import type { SearchPatch } from '../../../navigation/index.ts';
import { LISTS, useHere, useOverviewTexts } from '../state/index.ts';
import styles from './Overview.module.css';

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

interface SeeLinkProps {
  /** The figure whose rows it opens. */
  readonly label: string;
  readonly patch: SearchPatch;
}

/** From a figure to the list of what it counts. */
function SeeLink({ label, patch }: SeeLinkProps) {
  const texts = useOverviewTexts();
  const here = useHere();
  return (
    <Link className={styles.see ?? ''} href={here(patch, LISTS)} aria-label={texts.seeOf(label)}>
      {texts.see}
      <ArrowRight size={14} aria-hidden="true" />
    </Link>
  );
}
