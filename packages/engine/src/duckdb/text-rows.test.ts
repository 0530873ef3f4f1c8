import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openScratch, type Scratch } from './scratch.ts';
import { newTextBatch, openTextRows, textBatchRows } from './text-rows.ts';

let folder: string;
let scratch: Scratch;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fluxion-text-rows-'));
  scratch = await openScratch({ folder });
});
afterAll(async () => {
  await scratch.close();
  await rm(folder, { recursive: true, force: true });
});

/** Puts texts into a table through batches whose fields lie behind each other in one buffer, and reads them back. */
async function through(rows: readonly (readonly (string | null)[])[], columns: number, perBatch = textBatchRows) {
  const { connection } = scratch;
  const names = Array.from({ length: columns }, (_, index) => `c${index} VARCHAR`);
  await connection.run(`CREATE OR REPLACE TABLE t (line BIGINT, ${names.join(', ')})`);
  const writer = await openTextRows(connection, 't', columns);
  const batch = newTextBatch(columns);
  for (let first = 0; first < rows.length; first += perBatch) {
    const part = rows.slice(first, first + perBatch);
    batch.bytes = Buffer.from(part.flat().join(''), 'utf8');
    let at = 0;
    part.forEach((row, index) => {
      batch.numbers[index] = first + index + 1;
      row.forEach((field, column) => {
        const length = field === null ? -1 : Buffer.byteLength(field);
        const [starts, lengths] = [batch.starts[column], batch.lengths[column]];
        if (starts) starts[index] = at;
        if (lengths) lengths[index] = length;
        at += Math.max(length, 0);
      });
    });
    batch.count = part.length;
    writer.add(batch);
  }
  writer.close();
  const reader = await connection.runAndReadAll('SELECT * FROM t ORDER BY line');
  return reader.getRowsJson();
}

const text = fc.option(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ maxLength: 13 })));

it('gives back any texts, short and long, in any batches', async () => {
  const tables = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) => fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { maxLength: 30 }));
  await fc.assert(
    fc.asyncProperty(tables, fc.integer({ min: 1, max: 30 }), async (rows, perBatch) => {
      const back = await through(rows, rows[0]?.length ?? 1, perBatch);
      expect(back).toEqual(rows.map((row, index) => [String(index + 1), ...row]));
    }),
    { numRuns: 60 },
  );
});

it('tells short texts apart that begin alike, and finds them by value', async () => {
  const rows = ['', 'a', 'ab', 'abc', 'abcd', 'abcde', 'abcdefgh', 'abcdefghi', 'abcdefghijkl', 'abcdefghijklm'].map(
    (value) => [value],
  );
  await through([...rows, ...rows], 1);
  const found = await scratch.connection.runAndReadAll('SELECT c0, count(*) FROM t GROUP BY c0 ORDER BY min(line)');
  expect(found.getRowsJson()).toEqual(rows.map(([value]) => [value, '2']));
});

it('leaves nothing in its folder', async () => {
  const other = await openScratch({ folder, memoryMiB: 16 });
  await other.connection.run('CREATE TABLE t AS SELECT range AS i, repeat(range::VARCHAR, 20) AS s FROM range(400000)');
  await other.close();
  expect(await readdir(folder)).toEqual([]);
});
