import { Caution, Change } from '../../components/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { isLate, type StoreRow } from './model.ts';
import styles from './Stores.module.css';

export interface StoreLineProps {
  readonly row: StoreRow;
  /** The share whose bar is full. */
  readonly largestShare: number;
}

/** One store's row. `data-label` names a cell where the columns' heads have no room. */
export function StoreLine({ row, largestShare }: StoreLineProps) {
  const { texts, numbers } = useLocale();
  const labels = texts.stores;
  return (
    <tr role="row">
      <th scope="row" role="rowheader" className={`${styles.cellName} ${styles.name}`}>
        {row.name}
      </th>
      <td role="cell" className={styles.sales} data-label={labels.sales}>
        {numbers.money(row.sales)}
      </td>
      <td role="cell" className={styles.shareCell} data-label={labels.share}>
        <Share share={row.share} largest={largestShare} />
      </td>
      <td role="cell" className={styles.change} data-label={labels.change}>
        <Change value={row.change} />
      </td>
      <td role="cell" className={styles.receipts} data-label={labels.receipts}>
        {numbers.whole(row.receipts)}
      </td>
      <td role="cell" className={styles.averageTicket} data-label={labels.averageTicket}>
        {row.averageTicket === null ? texts.notAvailable : numbers.money(row.averageTicket)}
      </td>
      <td role="cell" className={styles.units} data-label={labels.units}>
        {numbers.whole(row.units)}
      </td>
      <td role="cell" className={`${styles.dataUntil} ${isLate(row) ? '' : styles.current}`}>
        <DataUntil row={row} />
      </td>
    </tr>
  );
}

function Share({ share, largest }: { readonly share: number | null; readonly largest: number }) {
  const { texts, numbers } = useLocale();
  if (share === null) return texts.notAvailable;
  // No bar for a store with more returns than sales.
  const width = largest > 0 ? Math.max(0, share / largest) : 0;
  return (
    <span className={styles.share}>
      <span className={styles.track}>
        {width === 0 ? null : <span className={styles.bar} style={{ width: `${width * 100}%` }} />}
      </span>
      {numbers.share(share)}
    </span>
  );
}

function DataUntil({ row }: { readonly row: StoreRow }) {
  const { texts, dates, numbers } = useLocale();
  const { dataUntil, daysBehind } = row;
  const behind =
    dataUntil === null
      ? texts.stores.never
      : daysBehind
        ? texts.stores.behind(daysBehind, numbers.whole(daysBehind))
        : null;
  return (
    <span className={styles.until}>
      {behind === null ? null : <Caution>{behind}</Caution>}
      {dataUntil === null ? null : <time dateTime={dataUntil}>{dates.day(dataUntil)}</time>}
    </span>
  );
}
