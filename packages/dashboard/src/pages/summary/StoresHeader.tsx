import { ArrowDown, ArrowUp } from 'lucide-react';
import { useLocale } from '../../i18n/index.ts';
import { storeColumns, type StoreColumn, type StoreOrder } from './store-order.ts';
import styles from './Stores.module.css';

export interface StoresHeaderProps {
  readonly order: StoreOrder;
  readonly onSort: (column: StoreColumn) => void;
}

/** The heads that are not aligned as every other is. */
function headClass(column: StoreColumn): string | undefined {
  if (column === 'name') return styles.cellName;
  if (column === 'share') return styles.shareCell;
  return column === 'dataUntil' ? styles.dataUntil : undefined;
}

/** The columns' names, each a button that sorts by it. */
export function StoresHeader({ order, onSort }: StoresHeaderProps) {
  const { texts } = useLocale();
  return (
    <thead role="rowgroup">
      <tr role="row" data-label={texts.stores.sortBy}>
        {storeColumns.map((column) => {
          const active = order.column === column;
          const Arrow = active && !order.descending ? ArrowUp : ArrowDown;
          const direction = order.descending ? 'descending' : 'ascending';
          return (
            <th
              key={column}
              scope="col"
              role="columnheader"
              className={headClass(column)}
              {...(active && { 'aria-sort': direction })}
            >
              <button type="button" className={styles.sort} onClick={() => onSort(column)}>
                <Arrow size={14} aria-hidden="true" />
                {texts.stores[column]}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
