import { useMemo } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { texts } from '../texts.ts';
import { HeatCell } from './HeatCell.tsx';
import { HeatFoot } from './HeatFoot.tsx';
import styles from './Heatmap.module.css';
import { levelsOf } from './levels.ts';
import { useCellKeys } from './useCellKeys.ts';

export interface HeatAxisItem {
  readonly id: string;
  readonly name: string;
  /** Above a narrow column, where its name has no room; the name is still told. */
  readonly short?: string;
}

export interface HeatmapProps {
  readonly label: string;
  readonly rows: readonly HeatAxisItem[];
  readonly columns: readonly HeatAxisItem[];
  /** Null where nothing is known. */
  readonly value: (row: string, column: string) => number | null;
  readonly format: (value: number) => string;
  /** Opens a cell; the cells are then buttons. */
  readonly onCell?: (row: string, column: string) => void;
  /** The values stand in the cells; else they are told when a cell is pointed at or has the focus. */
  readonly values?: boolean;
}

/** Values of two things at once, as a table whose cells are shaded in one hue. The arrow keys go from cell to cell. */
export function Heatmap({ label, rows, columns, value, format, onCell, values = false }: HeatmapProps) {
  const words = useTexts(texts);
  const figures = useMemo(
    () => rows.map((row) => columns.map((column) => value(row.id, column.id))),
    [rows, columns, value],
  );
  const levels = useMemo(() => levelsOf(figures.flat()), [figures]);
  const keys = useCellKeys(rows.length, columns.length);
  return (
    <div className={styles.heatmap}>
      <div className={styles.scroll}>
        <table className={styles.table} role="grid" aria-label={label} onKeyDown={keys.onKeyDown} ref={keys.ref}>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column.id} scope="col" aria-label={column.short === undefined ? undefined : column.name}>
                  <span>{column.short ?? column.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {columns.map((column, columnIndex) => {
                  const figure = figures[rowIndex]?.[columnIndex] ?? null;
                  return (
                    <HeatCell
                      key={column.id}
                      text={figure === null ? words.noData : format(figure)}
                      heading={`${row.name} · ${column.name}`}
                      level={figure === null ? null : levels.of(figure)}
                      shown={values}
                      stop={keys.isStop(rowIndex, columnIndex)}
                      onFocus={() => keys.onFocus(rowIndex, columnIndex)}
                      {...(onCell === undefined ? {} : { onOpen: () => onCell(row.id, column.id) })}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <HeatFoot levels={levels} format={format} table={keys.ref} />
    </div>
  );
}
