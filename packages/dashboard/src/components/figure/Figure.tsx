import type { NumberParts } from '../../i18n/index.ts';
import styles from './Figure.module.css';

/** A number whose fraction is set more quietly than its whole part. Read as one. */
export function Figure({ parts }: { readonly parts: NumberParts }) {
  return (
    <span className={styles.figure}>
      {parts.whole}
      {parts.fraction === '' ? null : <span className={styles.fraction}>{parts.fraction}</span>}
    </span>
  );
}
