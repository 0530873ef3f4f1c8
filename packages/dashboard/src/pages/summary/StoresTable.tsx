import { useMemo, useState } from 'react';
import type { TotalesVenta } from '../../client/index.ts';
import { useLocale } from '../../i18n/index.ts';
import type { StoreRow } from './model.ts';
import { initialOrder, nextOrder, sortStores, storeColumns } from './store-order.ts';
import { StoreLine } from './StoreLine.tsx';
import styles from './Stores.module.css';
import { StoresHeader } from './StoresHeader.tsx';

export interface StoresTableProps {
  readonly rows: readonly StoreRow[];
  /** Of all the rows together, from the server: nothing is added up here. */
  readonly totals: TotalesVenta;
}

/** Stores as a table that sorts by any column. */
export function StoresTable({ rows, totals }: StoresTableProps) {
  const { tag } = useLocale();
  const [order, setOrder] = useState(initialOrder);
  const sorted = useMemo(() => sortStores(rows, order, tag), [rows, order, tag]);
  const largestShare = Math.max(0, ...rows.map(({ share }) => share ?? 0));
  return (
    <table className={styles.table} role="table">
      <StoresHeader order={order} onSort={(column) => setOrder(nextOrder(order, column))} />
      <tbody role="rowgroup">
        {sorted.map((row) => (
          <StoreLine key={row.id} row={row} largestShare={largestShare} />
        ))}
      </tbody>
      <TotalLine totals={totals} />
    </table>
  );
}

function TotalLine({ totals }: { readonly totals: TotalesVenta }) {
  const { texts, numbers } = useLocale();
  const cells: Partial<Record<(typeof storeColumns)[number], string>> = {
    sales: numbers.money(totals.venta_total),
    receipts: numbers.whole(totals.facturas),
    averageTicket: totals.ticket_promedio === null ? texts.notAvailable : numbers.money(totals.ticket_promedio),
    units: numbers.whole(totals.unidades),
  };
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        <th scope="row" role="rowheader" className={styles.cellName}>
          {texts.stores.total}
        </th>
        {storeColumns.slice(1).map((column) => (
          <td
            key={column}
            role="cell"
            className={cells[column] === undefined ? styles.cellBlank : styles[column]}
            data-label={texts.stores[column]}
          >
            {cells[column]}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
