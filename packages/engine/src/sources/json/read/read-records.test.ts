import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { UnreadableRecord } from '../../records/records.ts';
import { findRows } from './find-rows.ts';
import { readRecords, Window, type Layout } from './index.ts';

/** A window so small that values, keys and gaps lie across its edges; every record fits in. */
const capacity = 260;

async function* inPieces(content: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The records that are read, as JavaScript has them, with their numbers. */
async function read(content: string, layout: Layout, piece: number) {
  const found: (readonly [number, unknown])[] = [];
  const window = new Window(inPieces(content, piece), capacity);
  await readRecords({ path: 'x', layout, window, paths: [] }, ({ bytes }) => ({
    record: (number: number, start: number, end: number) =>
      found.push([number, JSON.parse(bytes.toString('utf8', start, end))]) > 0,
    unreadable: ({ reason }: UnreadableRecord) => {
      throw new Error(reason);
    },
  }));
  return found;
}

const text = fc.string({ unit: 'binary', maxLength: 8 }).map((value) => value.replaceAll('\0', '0'));
// JSON.stringify writes -0 as 0.
const double = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
const value = fc.oneof(text, fc.integer(), double, fc.array(fc.boolean(), { maxLength: 3 }));
const rows = fc.array(fc.record({ a: value, ñ: value }, { requiredKeys: [] }), { maxLength: 30 });
const piece = fc.integer({ min: 1, max: 200 });

it('reads lines across the edges of any window', async () => {
  const property = async (made: object[], size: number, end: string) => {
    const content = made.map((row) => JSON.stringify(row) + end).join('');
    const perLine = end.split('\n').length - 1;
    expect(await read(content, { format: 'ndjson' }, size)).toEqual(
      made.map((row, index) => [index * perLine + 1, row]),
    );
  };
  await fc.assert(fc.asyncProperty(rows, piece, fc.constantFrom('\n', ' \r\n', '\n\n'), property));
});

it('reads documents across the edges of any window', async () => {
  const property = async (made: object[], size: number, before: object, indent: number) => {
    const content = JSON.stringify({ ...before, d: { filas: made, n: 1 }, z: [[before]] }, null, indent);
    const found = await read(content, { format: 'json', rows: ['d', 'filas'] }, size);
    expect(found.map(([, row]) => row)).toEqual(made);
    const lines = content.split('\n');
    const isThere = ([line]: readonly [number, unknown], index: number) =>
      indent === 0 ? line === index + 1 : lines[line - 1]?.includes('{');
    expect(found.every(isThere)).toBe(true);
    expect(
      await findRows(
        'x',
        new Window(inPieces(JSON.stringify({ s: before, filas: made }, null, indent), size), capacity),
      ),
    ).toEqual(['filas']);
  };
  const before = fc.dictionary(
    text.map((key) => `x${key}`),
    fc.oneof(value, fc.dictionary(text, text)),
    { maxKeys: 4 },
  );
  await fc.assert(fc.asyncProperty(rows, piece, before, fc.integer({ min: 0, max: 3 }), property));
});

it('says of any document that is cut off that it is', async () => {
  const content = JSON.stringify({ s: 'x"\\', d: [{ a: 1.5, b: ['ñ', { c: null }] }, { a: true }], z: 1 });
  for (let length = 2; length < content.length; length++) {
    const cut = read(content.slice(0, length), { format: 'json', rows: ['d'] }, 64);
    await expect(cut).rejects.toMatchObject({ code: 'SOURCE_CORRUPT' });
  }
});
