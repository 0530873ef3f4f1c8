import type { ColumnType } from '@fluxion/contract';
import type { Batch } from '@fluxion/engine/base';
import type { FileColumn } from '../file-format.ts';
import { cellOf, headerCell } from './cell.ts';

/** In characters. */
const widths: Readonly<Record<ColumnType, number>> = {
  text: 18,
  integer: 10,
  decimal: 14,
  date: 12,
  instant: 20,
  boolean: 11,
};

/** A column's name from its number: A to Z, AA to ZZ, and so on. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

const head =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const headerStays =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/** The rows that are still to be written, whichever sheet they go to. */
export class PendingRows {
  readonly #batches: AsyncIterator<Batch>;
  #rest: Batch = [];

  constructor(rows: AsyncIterable<Batch>) {
    this.#batches = rows[Symbol.asyncIterator]();
  }

  /** Up to so many rows; none when there are no more. They stay until they are dropped. */
  async next(most: number): Promise<Batch> {
    while (this.#rest.length === 0) {
      const { done, value } = await this.#batches.next();
      if (done === true) return [];
      this.#rest = value;
    }
    return this.#rest.slice(0, most);
  }

  drop(count: number): void {
    this.#rest = this.#rest.slice(count);
  }

  async close(): Promise<void> {
    await this.#batches.return?.();
  }
}

/** A sheet of at most so many rows: the header, which stays in sight, and those of the pending rows that have room. */
export async function* sheetXml(
  columns: readonly FileColumn[],
  pending: PendingRows,
  mostRows: number,
): AsyncGenerator<string> {
  const names = columns.map(({ name, type }) => (type === 'instant' ? `${name} (UTC)` : name));
  const cells = columns.map(({ type }, index) => ({ reference: `<c r="${letters(index)}`, cell: cellOf[type] }));
  const width = (column: FileColumn, index: number) =>
    `<col min="${index + 1}" max="${index + 1}" width="${Math.max(widths[column.type], names[index]?.length ?? 0) + 2}" customWidth="1"/>`;
  const header = names.map((name, index) => `${cells[index]?.reference}1"${headerCell(name)}`);
  yield `${head}${headerStays}<cols>${columns.map(width).join('')}</cols><sheetData><row r="1">${header.join('')}</row>`;
  for (let last = 1; ;) {
    const rows = await pending.next(mostRows - last);
    if (rows.length === 0) break;
    let xml = '';
    for (const row of rows) {
      last++;
      xml += `<row r="${last}">`;
      for (const [index, { reference, cell }] of cells.entries()) {
        const value = row[index] ?? null;
        if (value !== null) xml += `${reference}${last}"${cell(value)}`;
      }
      xml += '</row>';
    }
    pending.drop(rows.length);
    yield xml;
  }
  yield '</sheetData></worksheet>';
}
