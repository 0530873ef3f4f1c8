import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { isFigure, type Column } from './model/column.ts';
import styles from './DataTable.module.css';
import { words } from './texts.ts';

export interface TotalRowProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly total: Readonly<Record<string, ReactNode>>;
  /** Its place among the rows, from 1. */
  readonly rowIndex: number;
}

/** All rows together. */
export function TotalRow<Row>({ columns, total, rowIndex }: TotalRowProps<Row>) {
  const texts = useTexts(words);
  return (
    <div role="rowgroup" className={styles.foot}>
      <div role="row" aria-rowindex={rowIndex} className={styles.row}>
        {columns.map(({ id, header, kind, minor }, index) => (
          <div
            key={id}
            role={index === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={index + 1}
            className={`${styles.cell} ${isFigure(kind) ? styles.figure : ''} ${
              minor || (index > 0 && total[id] === undefined) ? styles.minor : ''
            }`}
          >
            <span className={styles.cellName} aria-hidden="true">
              {header}
            </span>
            {total[id] ?? (index === 0 ? texts.total : null)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Below what is in sight. */
const AHEAD = '0px 0px 800px 0px';

export interface EndOfRowsProps {
  readonly onEnd: (() => void) | undefined;
  readonly loading: boolean;
}

/** Where the rows end: asks for more as it comes near. */
export function EndOfRows({ onEnd, loading }: EndOfRowsProps) {
  const texts = useTexts(words);
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mark.current === null || onEnd === undefined) return;
    const told: IntersectionObserverCallback = ([entry]) => {
      if (entry?.isIntersecting === true) onEnd();
    };
    // Within what scrolls, so that the next rows are asked for before the last ones are seen.
    const observer = new IntersectionObserver(told, { root: mark.current.parentElement, rootMargin: AHEAD });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [onEnd]);
  return (
    <div ref={mark} className={styles.end} role="status">
      {loading ? texts.loadingMore : null}
    </div>
  );
}
