import { readQuantity } from './quantity.ts';

/** A row of a sheet: a product's code, and how much of it. */
export interface PastedRow {
  readonly code: string;
  /** Units as the API takes them, or what stood there if it is no quantity; undefined: nothing did. */
  readonly quantity: string | undefined;
}

/** As many lines are in an order at most. */
const MOST = 1000;

/** The rows of a spreadsheet that were pasted: code, and units behind a tab or a semicolon. A code named twice counts once, the first time. */
export function readPasted(text: string, mark: ',' | '.'): readonly PastedRow[] {
  const rows = new Map<string, PastedRow>();
  for (const row of text.split(/\r?\n/)) {
    const [code = '', typed = ''] = row.split(/[\t;]/).map((cell) => cell.trim());
    if (code === '' || rows.has(code)) continue;
    rows.set(code, { code, quantity: typed === '' ? undefined : (readQuantity(typed, mark) ?? typed) });
  }
  return [...rows.values()].slice(0, MOST);
}

/** Whether a pasted text is rows of a sheet, and not a product to look for. */
export function isRows(text: string): boolean {
  return /[\t\n;]/.test(text.trim());
}
