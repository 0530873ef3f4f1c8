import { Readable, type PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import type { FileRows, FileWriter } from '../file-format.ts';
import { sheetPath, workbookParts } from './parts.ts';
import { PendingRows, sheetXml } from './sheet.ts';

/** XML shrinks to a tenth at any level; higher ones only take longer. */
const compression = { compressionLevel: 2 };

/** The most rows that Excel takes in a sheet. */
const mostRowsInExcel = 1_048_576;

/**
 * An Excel workbook, written as the rows come: its sheets first, each as long as Excel takes it, and the parts that name them
 * behind. What ends before those is no workbook.
 */
export async function* workbook({ title, columns, rows }: FileRows, mostRows: number): AsyncGenerator<Uint8Array> {
  const pending = new PendingRows(rows);
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  let sheets = 0;
  const finish = () => {
    for (const [path, xml] of Object.entries(workbookParts(title, sheets))) {
      zip.addBuffer(Buffer.from(xml), path, compression);
    }
    zip.end();
  };
  const addSheet = () => {
    sheets++;
    const sheet = Readable.from(sheetXml(columns, pending, mostRows));
    // The archive hears of no error of what it reads, and what it reads does not hear of its end.
    sheet.once('error', (error) => output.destroy(error));
    output.once('close', () => sheet.destroy());
    sheet.once('end', () => {
      pending.next(1).then(
        (more) => (more.length > 0 ? addSheet() : finish()),
        (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))),
      );
    });
    zip.addReadStream(sheet, sheetPath(sheets), compression);
  };
  try {
    await pending.next(1);
    addSheet();
    yield* output;
  } finally {
    output.destroy();
    await pending.close();
  }
}

export const writeXlsx: FileWriter = (file) => workbook(file, mostRowsInExcel);
