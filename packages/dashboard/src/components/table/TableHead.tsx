import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useTexts } from '../../i18n/index.ts';
import { isFigure, nextOrder, type Column, type Order } from './model/column.ts';
import styles from './DataTable.module.css';
import { words } from './texts.ts';

export interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly order: Order | null;
  readonly onOrder: (order: Order) => void;
  /** The column that the keyboard is at, if it is at the header. */
  readonly activeColumn: number | null;
}

/** The names of the columns; pressing one orders the rows by it. */
export function TableHead<Row>({ columns, order, onOrder, activeColumn }: TableHeadProps<Row>) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        {columns.map((column, index) => {
          const direction = order?.column === column.id ? (order.descending ? 'descending' : 'ascending') : undefined;
          const tabIndex = activeColumn === index ? 0 : -1;
          const sortable = column.sortable !== false;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={direction}
              data-place={`-1:${index}`}
              tabIndex={sortable ? undefined : tabIndex}
              title={sortable ? undefined : column.hint}
              className={`${styles.headCell} ${isFigure(column.kind) ? styles.figure : ''}`}
            >
              {sortable ? (
                <SortButton
                  hint={column.hint}
                  inTabOrder={tabIndex === 0}
                  onPress={() => onOrder(nextOrder(order, column))}
                >
                  {column.header}
                  {direction === 'ascending' ? <ArrowUp size={14} aria-hidden="true" /> : null}
                  {direction === 'descending' ? <ArrowDown size={14} aria-hidden="true" /> : null}
                </SortButton>
              ) : (
                column.header
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface SortButtonProps {
  readonly hint: string | undefined;
  readonly inTabOrder: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** Orders by a column; what the column holds is said to whoever stays at its name, by mouse or keyboard. */
function SortButton({ hint, inTabOrder, onPress, children }: SortButtonProps) {
  const button = (
    <Button data-sort="" excludeFromTabOrder={!inTabOrder} className={styles.sort ?? ''} onPress={onPress}>
      {children}
    </Button>
  );
  if (hint === undefined) return button;
  return (
    <TooltipTrigger delay={500}>
      {button}
      <Tooltip className={styles.hint ?? ''} placement="bottom" offset={4}>
        {hint}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** The same on a narrow screen, where the columns have no names above them. */
export function OrderField<Row>({ columns, order, onOrder }: Omit<TableHeadProps<Row>, 'activeColumn'>) {
  const texts = useTexts(words);
  const sortable = columns.filter((column) => column.sortable !== false);
  if (sortable.length === 0) return null;
  return (
    <div className={styles.order}>
      <label>
        <span>{texts.sortBy}</span>
        <select
          value={order?.column ?? ''}
          onChange={({ target }) => {
            const column = sortable.find(({ id }) => id === target.value);
            if (column) onOrder(nextOrder(null, column));
          }}
        >
          {order === null ? <option value="">{texts.asItComes}</option> : null}
          {sortable.map(({ id, header }) => (
            <option key={id} value={id}>
              {header}
            </option>
          ))}
        </select>
      </label>
      {order === null ? null : (
        <button
          type="button"
          aria-label={order.descending ? texts.descending : texts.ascending}
          onClick={() => onOrder({ ...order, descending: !order.descending })}
        >
          {order.descending ? <ArrowDown size={16} aria-hidden="true" /> : <ArrowUp size={16} aria-hidden="true" />}
        </button>
      )}
    </div>
  );
}
