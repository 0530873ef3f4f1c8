import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withWorkbook } from '../../packages/engine/src/sources/xlsx/open-workbook.ts';

export interface ReadSheet {
  readonly name: string;
  readonly rows: (string | undefined)[][];
}

/** The texts of a workbook's cells as the loads read them: dates as ISO texts, numbers with the digits that they were written with. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-test-workbook-'));
  const path = join(folder, 'x.xlsx');
  try {
    await writeFile(path, bytes);
    return await withWorkbook(path, async (workbook) => {
      const sheets: ReadSheet[] = [];
      for (const sheet of workbook.sheets) {
        const rows: (string | undefined)[][] = [];
        await workbook.rows(sheet, (_, cells) => {
          rows.push([...cells]);
          return true;
        });
        sheets.push({ name: sheet.name, rows });
      }
      return sheets;
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
