import { memo, type MouseEvent, type RefCallback } from 'react';
import { useLocale } from '../../i18n/index.ts';
import { isFigure, type Column } from './model/column.ts';
import styles from './DataTable.module.css';
import { cellText } from './model/write-cell.ts';

export interface TableRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  /** Pixels below the first row's place; null where rows follow each other. */
  readonly offset: number | null;
  /** In pixels; null where the content says. */
  readonly height: number | null;
  /** The column that the keyboard is at, if it is at this row. */
  readonly activeColumn: number | null;
  readonly href: string | undefined;
  /** The row can be opened; by a press anywhere on it. */
  readonly onOpen: ((index: number, event: MouseEvent) => void) | undefined;
  readonly measure: RefCallback<HTMLElement> | undefined;
  /** Each cell says which column it is of: there is no header above it. */
  readonly named: boolean;
}

function Line<Row>(props: TableRowProps<Row>) {
  const { row, index, columns, offset, height, activeColumn, href, onOpen, measure, named } = props;
  const place = offset === null ? undefined : { transform: `translateY(${offset}px)`, height: height ?? undefined };
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className={`${styles.row} ${offset === null ? '' : styles.placed} ${onOpen ? styles.opens : ''}`}
      style={place}
      onClick={onOpen && ((event) => onOpen(index, event))}
    >
      {columns.map((column, position) => (
        <Cell
          key={column.id}
          row={row}
          column={column}
          index={index}
          position={position}
          active={activeColumn === position}
          href={position === 0 ? href : undefined}
          named={named}
        />
      ))}
    </div>
  );
}

/** A row of the table. While the table is scrolled, rows that stay are not drawn again. */
export const TableRow = memo(Line) as typeof Line;

interface CellProps<Row> {
  readonly row: Row;
  readonly column: Column<Row>;
  readonly index: number;
  readonly position: number;
  readonly active: boolean;
  readonly href: string | undefined;
  readonly named: boolean;
}

function Cell<Row>({ row, column, index, position, active, href, named }: CellProps<Row>) {
  const locale = useLocale();
  const content = column.cell ? column.cell(row) : cellText(row, column, locale);
  // Most cells are one element with a text: a table of many columns scrolls the better the fewer there are.
  const plain = typeof content === 'string' && href === undefined && !named;
  const looks = [
    plain ? styles.plain : styles.cell,
    isFigure(column.kind) ? styles.figure : '',
    column.minor ? styles.minor : '',
  ];
  return (
    <div
      role={position === 0 ? 'rowheader' : 'gridcell'}
      aria-colindex={position + 1}
      data-place={`${index}:${position}`}
      tabIndex={active ? 0 : -1}
      className={looks.join(' ')}
    >
      {named ? (
        <span className={styles.cellName} aria-hidden="true">
          {column.header}
        </span>
      ) : null}
      {href === undefined ? (
        content
      ) : (
        // The row opens it: this is what the browser's own ways of opening a link go by.
        <a href={href} data-row="" tabIndex={-1} className={styles.link}>
          {content}
        </a>
      )}
    </div>
  );
}
