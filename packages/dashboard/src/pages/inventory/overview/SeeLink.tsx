import { ArrowRight } from 'lucide-react';
import { Link } from 'react-aria-components';
import type { SearchPatch } from '../../../navigation/index.ts';
import { LISTS, useHere, useOverviewTexts } from '../state/index.ts';
import styles from './Overview.module.css';

export interface SeeLinkProps {
  /** The figure whose rows it opens. */
  readonly label: string;
  readonly patch: SearchPatch;
}

/** From a figure to the list of what it counts. */
export function SeeLink({ label, patch }: SeeLinkProps) {
  const texts = useOverviewTexts();
  const here = useHere();
  return (
    <Link className={styles.see ?? ''} href={here(patch, LISTS)} aria-label={texts.seeOf(label)}>
      {texts.see}
      <ArrowRight size={14} aria-hidden="true" />
    </Link>
  );
}
