import { useRef, type CSSProperties } from 'react';
import type { Order } from './model/column.ts';
import styles from './DataTable.module.css';
import type { DataTableProps } from './DataTable.tsx';
import { TableBody } from './TableBody.tsx';
import { EndOfRows, TotalRow } from './TableFoot.tsx';
import { TableHead } from './TableHead.tsx';
import { useGrid } from './grid/useGrid.ts';

export interface GridProps<Row> extends DataTableProps<Row> {
  readonly order: Order | null;
  readonly onOrder: (order: Order) => void;
  readonly narrow: boolean;
}

/** The table itself, in the order of its rows. */
export function Grid<Row>(props: GridProps<Row>) {
  const { label, rows, columns, total, order, onOrder, onEnd, loadingMore = false, empty, maxHeight } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const { window, tracks, active, keys, opening, bounded } = useGrid(props, { scroller, grid });
  const count = rows.length + 1 + (total === undefined ? 0 : 1);
  // Custom properties are no part of React's type.
  const style = { '--tracks': tracks.columns, '--row-width': `${tracks.width}rem` } as CSSProperties;
  return (
    <div
      ref={scroller}
      className={`${styles.scroller} ${bounded ? styles.bounded : ''}`}
      style={maxHeight === undefined ? undefined : { maxHeight }}
    >
      <div
        ref={grid}
        role="grid"
        aria-label={label}
        aria-rowcount={onEnd === undefined ? count : -1}
        aria-colcount={columns.length}
        className={styles.grid}
        style={style}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        <TableHead
          columns={columns}
          order={order}
          onOrder={onOrder}
          activeColumn={active.row < 0 ? active.column : null}
        />
        <TableBody {...props} window={window} active={active} opening={opening} />
        {total === undefined || rows.length === 0 ? null : (
          <TotalRow columns={columns} total={total} rowIndex={count} />
        )}
      </div>
      {rows.length === 0 && !loadingMore ? <div className={styles.empty}>{empty}</div> : null}
      <EndOfRows onEnd={onEnd} loading={loadingMore} />
    </div>
  );
}
