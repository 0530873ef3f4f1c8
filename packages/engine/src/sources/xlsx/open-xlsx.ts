import type { SourceFile } from '../bytes/index.ts';
import type { FileFormat } from '../description/description.ts';
import { fillRawTable } from '../records/raw-table.ts';
import { rawTextLimit, type Records, type StageOptions } from '../records/records.ts';
import { CellBatch } from './cell-batch.ts';
import { chooseSheet } from './choose-sheet.ts';
import { withWorkbook } from './open-workbook.ts';
import type { RowVisitor } from './sheet-rows.ts';

/** Rows are told of in such numbers. */
const rowsAtOnce = 2048;

/**
 * Opens an XLSX workbook: the sheet that is told, or the only one that has rows. Its first row that has values is the header,
 * unless it has none. A record's line is the row's number. Dates become ISO texts, numbers the fewest digits that mean them,
 * formulas the value that they had when the workbook was saved.
 * @throws FluxionError FEED_UNREADABLE; FEED_AMBIGUOUS if the sheet must be told; SOURCE_CORRUPT; FEED_REFUSED
 */
export async function openXlsx({ path }: SourceFile, format: FileFormat): Promise<Records> {
  const hasHeader = format.header !== false;
  const {
    sheet,
    row: firstRow,
    cells,
    from1904,
  } = await withWorkbook(path, async (workbook) => ({
    ...(await chooseSheet(path, workbook, format.sheet)),
    from1904: workbook.from1904,
  }));
  const columns = Array.from(cells, (text, index) => (hasHeader && text?.trim()) || String(index + 1));
  /** Calls `visit` with each record. */
  const records = (visit: RowVisitor, signal?: AbortSignal) =>
    withWorkbook(path, (workbook) =>
      workbook.rows(sheet, (row, found) => (hasHeader && row === firstRow) || visit(row, found), signal),
    );
  return {
    format: 'xlsx',
    recognised: {
      sheet: sheet.name,
      header: hasHeader ? `row ${firstRow}` : 'none',
      ...(from1904 ? { dates: 'from 1904' } : {}),
    },
    columns,
    hasHeader,
    stage: (options) => stage(options, records),
    async textOf(lines) {
      const texts = new Map<number, string>();
      if (lines.size === 0) return texts;
      await records((row, found) => {
        if (lines.has(row)) texts.set(row, rowText(columns, found));
        return texts.size < lines.size;
      });
      return texts;
    },
  };
}

function stage(
  options: StageOptions,
  records: (visit: RowVisitor, signal?: AbortSignal) => Promise<void>,
): Promise<number> {
  return fillRawTable(options, async (rows) => {
    const columns = options.fields.map(({ column }) => column);
    const batch = new CellBatch(rows, columns);
    let count = 0;
    await records((row, cells) => {
      batch.add(row, cells);
      count++;
      if (count % rowsAtOnce === 0) options.onRecords?.(rowsAtOnce);
      return true;
    }, options.signal);
    batch.flush();
    options.onRecords?.(count % rowsAtOnce);
    return count;
  });
}

/** A row as JSON, its empty cells left out. */
function rowText(columns: readonly string[], cells: readonly (string | undefined)[]): string {
  const named = cells.flatMap((text, index) => (text ? [[columns[index] ?? String(index + 1), text]] : []));
  return JSON.stringify(Object.fromEntries(named)).slice(0, rawTextLimit);
}
