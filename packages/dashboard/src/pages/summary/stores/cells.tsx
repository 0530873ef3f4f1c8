import { Caution } from '../../../components/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import type { StoreRow } from '../model/index.ts';
import { words } from '../texts.ts';
import styles from './Stores.module.css';

/** A store's share as figure and bar; the bar of the largest share is full. */
export function ShareCell({ share, largest }: { readonly share: number | null; readonly largest: number }) {
  const { texts, numbers } = useLocale();
  if (share === null) return texts.notAvailable;
  // No bar for a store with more returns than sales.
  const width = largest > 0 ? Math.max(0, share / largest) : 0;
  return (
    <span className={styles.share}>
      <span className={styles.track} aria-hidden="true">
        {width === 0 ? null : <span className={styles.bar} style={{ width: `${width * 100}%` }} />}
      </span>
      {numbers.share(share)}
    </span>
  );
}

/** The last day of which a store has data, with a word where that is too long ago. */
export function UntilCell({ row: { until, late } }: { readonly row: StoreRow }) {
  const texts = useTexts(words);
  const { dates, numbers } = useLocale();
  const word = late === null ? texts.never : late > 0 ? texts.behind(late, numbers.whole(late)) : null;
  return (
    <span className={styles.until}>
      {until === null ? null : <time dateTime={until}>{dates.day(until)}</time>}
      {word === null ? null : <Caution>{word}</Caution>}
    </span>
  );
}
