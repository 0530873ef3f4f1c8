import type { Column } from './model/column.ts';
import styles from './DataTable.module.css';
import { TableRow } from './TableRow.tsx';
import type { CellPlace } from './grid/useGridKeys.ts';
import type { RowOpening } from './grid/useOpenRow.ts';
import type { RowWindow } from './grid/useRowWindow.ts';

export interface TableBodyProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowId: (row: Row, index: number) => string;
  readonly href?: ((row: Row) => string | undefined) | undefined;
  readonly window: RowWindow;
  readonly active: CellPlace;
  readonly opening: RowOpening;
  readonly narrow: boolean;
}

/** The rows in sight. */
export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { rows, columns, rowId, href, window, active, opening, narrow } = props;
  return (
    <div
      role="rowgroup"
      className={styles.body}
      style={window.height === null ? undefined : { height: `${window.height}px` }}
    >
      {window.rows.map(({ index, offset }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <TableRow
            key={rowId(row, index)}
            row={row}
            index={index}
            columns={columns}
            offset={offset}
            height={window.rowHeight}
            activeColumn={active.row === index ? active.column : null}
            href={href?.(row)}
            onOpen={opening.press}
            measure={window.measure}
            named={narrow}
          />
        );
      })}
    </div>
  );
}
