import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { Caution } from '../../components/index.ts';
import { Panel } from '../../components/panel/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { isLate, storeRows, type SummaryInput } from './model.ts';
import styles from './Stores.module.css';
import { StoresTable } from './StoresTable.tsx';

/** Every store's sales, and whether its data are up to date. */
export function StoresPanel({ statistics, data }: SummaryInput) {
  const { texts, numbers } = useLocale();
  const rows = useMemo(() => storeRows(statistics, data), [statistics, data]);
  const late = rows.filter(isLate).length;
  return (
    <Panel
      title={texts.stores.title}
      aside={
        <>
          <span className={styles.count}>{texts.stores.count(rows.length, numbers.whole(rows.length))}</span>
          {late === 0 ? (
            <span className={styles.onTime}>
              <CircleCheck size={15} aria-hidden="true" />
              {texts.stores.upToDate}
            </span>
          ) : (
            <span className={styles.late}>
              <Caution large>{texts.stores.late(late, numbers.whole(late))}</Caution>
            </span>
          )}
        </>
      }
    >
      <StoresTable rows={rows} totals={statistics.current.totales} />
    </Panel>
  );
}
