import type { LineLook } from '../model/index.ts';
import styles from './drawing.module.css';

/** A piece of a line as it is drawn, or of a bar. */
export function LineKey({ look }: { readonly look: LineLook | 'behind' | 'bars' }) {
  return (
    <svg className={`${styles.key} ${look === 'behind' || look === 'bars' ? '' : styles[look]}`} aria-hidden="true">
      {look === 'bars' ? (
        <rect className={styles.keyBars} x={4} width={10} height={10} rx={1} />
      ) : (
        <path className={look === 'behind' ? styles.behind : styles.line} d="M0 5H18" />
      )}
    </svg>
  );
}
