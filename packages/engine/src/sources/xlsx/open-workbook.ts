import { damaged, openArchive, type Archive } from './archive.ts';
import type { SharedStrings } from './shared-strings.ts';
import { readRows, type RowVisitor } from './sheet-rows.ts';
import { readWorkbook, type SheetPart, type Workbook } from './workbook.ts';

/** A workbook whose sheets can be read, with the texts that their cells share in memory. */
export interface OpenWorkbook {
  readonly sheets: readonly SheetPart[];
  readonly from1904: boolean;
  /** Reads a sheet's rows that have values, until the visitor returns false. */
  rows(sheet: SheetPart, visit: RowVisitor, signal?: AbortSignal): Promise<void>;
}

/**
 * Opens a workbook for as long as `work` takes.
 * @returns what `work` does
 * @throws FluxionError SOURCE_CORRUPT, FEED_UNREADABLE, FEED_REFUSED; the signal's reason; what `work` throws
 */
export async function withWorkbook<T>(path: string, work: (workbook: OpenWorkbook) => Promise<T>): Promise<T> {
  const archive = await openArchive(path);
  try {
    const workbook = await readParts(path, () => readWorkbook(path, archive));
    const strings = await readParts(path, () => workbook.sharedStrings());
    return await work(open(path, archive, workbook, strings));
  } finally {
    archive.close();
  }
}

function open(path: string, archive: Archive, workbook: Workbook, strings: SharedStrings): OpenWorkbook {
  return {
    sheets: workbook.sheets,
    from1904: workbook.from1904,
    rows: async (sheet, visit, signal) => {
      /** What the visitor throws says nothing of the file. */
      let thrown: { readonly error: unknown } | undefined;
      const guarded: RowVisitor = (row, cells) => {
        try {
          signal?.throwIfAborted();
          return visit(row, cells);
        } catch (error) {
          thrown = { error };
          return false;
        }
      };
      await readParts(path, () => readRows(archive.read(sheet.part, 'streamed'), workbook, strings, guarded));
      if (thrown !== undefined) throw thrown.error;
    },
  };
}

/** XML that is not well-formed, or of another encoding, means damage. */
async function readParts<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw damaged(path, error);
  }
}
