import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { newTextBatch, openScratch, smallRowsJson } from '../../duckdb/index.ts';
import { fillRawTable } from './raw-table.ts';

it('leaves nothing behind that would come into the next table of the name', async () => {
  const scratch = await openScratch({ folder: tmpdir() });
  const { connection: duck } = scratch;
  try {
    const fields = [{ name: 'a"b', column: 0 }];
    const batch = newTextBatch(1);
    batch.count = 1;
    const filled = fillRawTable({ duck, table: '"r""w"', fields, onUnreadable: () => {} }, (rows) => {
      rows.add(batch);
      throw new Error('broken off');
    });
    await expect(filled).rejects.toThrow('broken off');
    // What it had is in its own table already.
    expect(await smallRowsJson(duck, 'SELECT * FROM "r""w"')).toEqual([{ line: '0', 'a"b': '' }]);
  } finally {
    await scratch.close();
  }
});
