import { useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, type MouseEvent } from 'react';

export interface Openable<Row> {
  readonly rows: readonly Row[];
  readonly href?: ((row: Row) => string | undefined) | undefined;
  readonly onRow?: ((row: Row) => void) | undefined;
}

export interface RowOpening {
  /** By the keyboard. */
  readonly open: (index: number) => void;
  /** By a press anywhere on the row; undefined if rows do not open. */
  readonly press: ((index: number, event: MouseEvent) => void) | undefined;
}

/** Whether the press was meant for something within the row, or selected its text. */
function meantOtherwise({ target }: MouseEvent): boolean {
  if (target instanceof Element && target.closest('button, input, select, label, a:not([data-row])')) return true;
  return getSelection()?.isCollapsed === false;
}

/** Opens what a row leads to: in this page, or in another tab where the keys held say so. */
export function useOpenRow<Row>({ rows, href, onRow }: Openable<Row>): RowOpening {
  const { history } = useRouter();
  const open = useCallback(
    (index: number) => {
      const row = rows[index];
      if (row === undefined) return;
      const address = href?.(row);
      if (address !== undefined) history.push(address);
      else onRow?.(row);
    },
    [rows, href, onRow, history],
  );
  const press = useCallback(
    (index: number, event: MouseEvent) => {
      if (event.defaultPrevented || meantOtherwise(event)) return;
      const row = rows[index];
      const address = row === undefined ? undefined : href?.(row);
      const onLink = event.target instanceof Element && event.target.closest('a') !== null;
      if (address !== undefined && (event.ctrlKey || event.metaKey || event.shiftKey)) {
        // The browser opens the link itself.
        if (!onLink) window.open(address, '_blank', 'noopener');
        return;
      }
      event.preventDefault();
      open(index);
    },
    [rows, href, open],
  );
  const opens = href !== undefined || onRow !== undefined;
  return useMemo(() => ({ open, press: opens ? press : undefined }), [open, press, opens]);
}
