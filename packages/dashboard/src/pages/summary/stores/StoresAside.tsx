import { CircleCheck } from 'lucide-react';
import { Caution } from '../../../components/index.ts';
import { useLocale, useTexts } from '../../../i18n/index.ts';
import { isLate, type StoreRow } from '../model/index.ts';
import { words } from '../texts.ts';
import styles from './Stores.module.css';

/** How many stores there are, and whether their data have arrived. */
export function StoresAside({ rows }: { readonly rows: readonly StoreRow[] }) {
  const texts = useTexts(words);
  const { numbers } = useLocale();
  const late = rows.filter(isLate).length;
  return (
    <>
      <span className={styles.count}>{texts.storeCount(rows.length, numbers.whole(rows.length))}</span>
      {late === 0 ? (
        <span className={styles.onTime}>
          <CircleCheck size={15} aria-hidden="true" />
          {texts.upToDate}
        </span>
      ) : (
        <Caution large>{texts.late(late, numbers.whole(late))}</Caution>
      )}
    </>
  );
}
