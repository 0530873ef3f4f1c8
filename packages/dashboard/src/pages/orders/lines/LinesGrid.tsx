import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useLocale, useMoney, useTexts } from '../kit.ts';
import { type LineView, readQuantity, totalsOf } from '../model/index.ts';
import { orderWords } from '../texts/index.ts';
import { columnsOf, labelOf } from './columns.ts';
import { decimalMark, type GridLook, type LineActions } from './line-props.ts';
import { LineRow } from './LineRow.tsx';
import styles from './Lines.module.css';

export interface LinesGridProps extends GridLook, LineActions {
  readonly lines: readonly LineView[];
  /** The keyboard went on from the last line. */
  readonly onPastEnd?: () => void;
}

/** The cells that are typed into, of the column that one of them is in. */
function cellsBeside(cell: HTMLElement): readonly HTMLInputElement[] {
  const column = cell.closest('td')?.cellIndex ?? -1;
  const rows = [...(cell.closest('tbody')?.rows ?? [])];
  return rows.flatMap((row) => row.cells[column]?.querySelector('input') ?? []);
}

/** The lines of an order. Typing goes through it as through a spreadsheet, by the keyboard alone. */
export function LinesGrid({ lines, field, removable, onPastEnd, ...actions }: LinesGridProps) {
  const texts = useTexts(orderWords);
  const mark = decimalMark(useLocale().tag);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { key, target, shiftKey } = event;
    if (!(target instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const step =
      key === 'ArrowDown' || (key === 'Enter' && !shiftKey) ? 1 : key === 'ArrowUp' || key === 'Enter' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const cells = cellsBeside(target);
    const next = cells[cells.indexOf(target) + step];
    if (next !== undefined) next.focus();
    else if (step === 1) onPastEnd?.();
  };
  /** A column of a spreadsheet fills this one, from the cell on downwards. */
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const { target } = event;
    const rows = event.clipboardData.getData('text').trimEnd().split(/\r?\n/);
    if (!(target instanceof HTMLInputElement) || rows.length < 2) return;
    event.preventDefault();
    const start = cellsBeside(target).indexOf(target);
    for (const [index, text] of rows.entries()) {
      const line = lines[start + index];
      const typed = text.split('\t')[0]?.trim() ?? '';
      if (line !== undefined && typed !== '') actions.onQuantity(line, readQuantity(typed, mark) ?? typed);
    }
  };
  return (
    <div className={styles.scroller}>
      <table role="table" className={styles.table} aria-label={texts.linesTitle} onKeyDown={press} onPaste={paste}>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" className={styles.product}>
              {texts.product}
            </th>
            {columnsOf(field).map((name) => (
              <th key={name} scope="col" role="columnheader" className={styles.figure}>
                {labelOf(texts, name, field)}
              </th>
            ))}
            {removable ? <td role="cell" className={styles.tools} /> : null}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line) => (
            <LineRow key={line.productId} line={line} field={field} removable={removable} {...actions} />
          ))}
        </tbody>
        <TotalRow lines={lines} field={field} removable={removable} />
      </table>
    </div>
  );
}

/** What the lines come to, as it changes with what is typed. */
function TotalRow({ lines, field, removable }: GridLook & Pick<LinesGridProps, 'lines'>) {
  const texts = useTexts(orderWords);
  const { numbers, texts: common } = useLocale();
  const money = useMoney('VES');
  const { units, cost, withoutCost } = totalsOf(lines);
  const last = field === null ? 'asked' : 'units';
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        <th scope="row" role="rowheader" className={styles.product}>
          {texts.totals}
          {withoutCost === 0 ? null : (
            <span className={styles.code}>{texts.withoutCost(withoutCost, numbers.whole(withoutCost))}</span>
          )}
        </th>
        {columnsOf(field).map((name) => (
          <td
            key={name}
            role="cell"
            className={name === last || name === 'cost' ? styles.figure : styles.blank}
            data-label={labelOf(texts, name, field)}
          >
            {name === last ? numbers.quantity(units) : null}
            {name === 'cost' ? (cost === null ? common.notAvailable : money.money(cost)) : null}
          </td>
        ))}
        {removable ? <td role="cell" className={styles.blank} /> : null}
      </tr>
    </tfoot>
  );
}
