import type { NumberParts } from '../../i18n/index.ts';
import styles from './Figure.module.css';

/** A number with a less prominent fraction. Screen readers read it as one number. */
export function Figure({ parts }: { readonly parts: NumberParts }) {
  return (
    <span className={styles.figure}>
      {parts.whole}
      {parts.fraction === '' ? null : <span className={styles.fraction}>{parts.fraction}</span>}
    </span>
  );
}
