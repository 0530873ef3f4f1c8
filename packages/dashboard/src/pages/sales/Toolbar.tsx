import { ViewChoice } from './common/index.ts';
import { Crumbs } from './Crumbs.tsx';
import { useWords, type Explore } from './explore/index.ts';
import styles from './SalesPage.module.css';

/** Where the reader is, what is measured, and what it is compared with. */
export function Toolbar({ explore }: { readonly explore: Explore }) {
  const texts = useWords();
  return (
    <div className={styles.toolbar}>
      <Crumbs explore={explore} />
      <div className={styles.switches}>
        <ViewChoice explore={explore} name="measure" label={texts.measure} names={texts.measures} stretch />
        <ViewChoice explore={explore} name="compare" label={texts.compare} names={texts.comparisons} stretch />
      </div>
    </div>
  );
}
