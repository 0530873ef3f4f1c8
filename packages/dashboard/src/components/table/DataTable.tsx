import { useMemo, useState, type ReactNode } from 'react';
import { useMediaQuery } from '../../hooks/index.ts';
import { useLocale } from '../../i18n/index.ts';
import type { Column, Order } from './model/column.ts';
import styles from './DataTable.module.css';
import { Grid } from './Grid.tsx';
import { sortRows } from './model/sort-rows.ts';
import { OrderField } from './TableHead.tsx';

export interface DataTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  /** Kept between renders (`useMemo`): otherwise every row is drawn anew. */
  readonly columns: readonly Column<Row>[];
  readonly rowId: (row: Row, index: number) => string;
  /** Of all rows together, by column: from the server, nothing is added up here. */
  readonly total?: Readonly<Record<string, ReactNode>> | undefined;
  /** The order that the server gave the rows; without `onOrder` the table orders the rows that it has. */
  readonly order?: Order | null;
  readonly onOrder?: (order: Order) => void;
  /** More rows are wanted; undefined where there are no more. */
  readonly onEnd?: (() => void) | undefined;
  readonly loadingMore?: boolean;
  /** What opens with a row: its first column is the link. */
  readonly href?: (row: Row) => string | undefined;
  readonly onRow?: (row: Row) => void;
  /** Instead of rows, where there are none. */
  readonly empty?: ReactNode;
  /** Cells of two lines. A row of many is as high as all others. */
  readonly tall?: boolean;
  /** A CSS length. A table of many rows has one by itself. */
  readonly maxHeight?: string;
}

/**
 * Rows of anything: ordered by a press on a column's name, walked through with the arrow keys, opened with Enter, as many
 * as there are (only those in sight are in the page). On a narrow screen each row is a card, the first column its title.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, columns, order: given, onOrder } = props;
  const { tag } = useLocale();
  const narrow = useMediaQuery('(max-width: 40rem)');
  const [chosen, setChosen] = useState<Order | null>(given ?? null);
  const order = onOrder === undefined ? chosen : (given ?? null);
  const sorted = useMemo(
    () => (onOrder === undefined ? sortRows(rows, columns, order, tag) : rows),
    [rows, columns, order, tag, onOrder],
  );
  const heading = { columns, order, onOrder: onOrder ?? setChosen };
  return (
    <div className={styles.table}>
      {narrow && rows.length > 1 ? <OrderField {...heading} /> : null}
      <Grid {...props} {...heading} rows={sorted} narrow={narrow} />
    </div>
  );
}
