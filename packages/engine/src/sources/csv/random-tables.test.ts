import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openScratch, smallRowsJson, type Scratch } from '../../duckdb/index.ts';
import { EncodingObserver } from '../bytes/encoding-evidence.ts';
import type { SourceFile } from '../bytes/index.ts';
import type { FileFormat } from '../description/description.ts';
import type { UnreadableRecord } from '../records/records.ts';
import { openCsv } from './open-csv.ts';

let scratch: Scratch;
beforeAll(async () => {
  scratch = await openScratch({ folder: tmpdir() });
});
afterAll(() => scratch.close());

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** A file that is none, of these bytes in blocks of `block`. */
function fileOf(bytes: Buffer, block: number): SourceFile {
  const evidence = new EncodingObserver();
  evidence.add(bytes);
  evidence.end();
  const { length } = bytes;
  const told = {
    path: 'table.csv',
    digest: '',
    compression: 'none',
    signature: undefined,
    empty: length === 0,
  } as const;
  return { ...told, bytes: length, expandedBytes: length, evidence, read: () => cut(bytes, block) };
}

/** Small, so that records are cut everywhere. */
const limits = { recordBytes: 300, windowBytes: 310 };

/** What is read of these bytes when they come in blocks of `block`. */
async function read(bytes: Buffer, format: FileFormat, block: number) {
  const records = await openCsv(fileOf(bytes, block), format, limits);
  const unreadable: UnreadableRecord[] = [];
  await scratch.connection.run('DROP TABLE IF EXISTS t');
  const count = await records.stage({
    duck: scratch.connection,
    table: '"t"',
    fields: records.columns.map((_, column) => ({ name: `f${column}`, column })),
    onUnreadable: (record) => unreadable.push(record),
  });
  const rows = await smallRowsJson(scratch.connection, 'SELECT * FROM t');
  return { records, count, unreadable, rows: rows.map((row) => Object.values(row)) };
}

/** Texts with all that has a meaning in CSV, and of every length that DuckDB keeps in another way. */
const text = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.string({
      unit: fc.constantFrom('a', '"', "'", ',', ';', '\t', '|', '\n', '\r', ' ', 'é', '€'),
      maxLength: 16,
    }),
  },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('ñ', '7', '—'), maxLength: 30 }) },
);

const table = fc.record({
  rows: fc
    .integer({ min: 1, max: 5 })
    .chain((columns) =>
      fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }),
    ),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  quote: fc.constantFrom('"', "'"),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  endsOpen: fc.boolean(),
  quotesAll: fc.boolean(),
  header: fc.boolean(),
  encoding: fc.constantFrom('utf-8', 'utf-8 with a mark', 'utf-16le', 'utf-16be', 'windows-1252'),
  block: fc.integer({ min: 1, max: 400 }),
});

function encode(content: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(content);
  if (encoding === 'utf-8 with a mark') return Buffer.from(`\ufeff${content}`);
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${content}`, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${content}`, 'utf16le').swap16();
  return Buffer.from(content.replaceAll('€', '\x80').replaceAll('—', '\x97'), 'latin1');
}

it('gives any table back as it was written', async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      async ({ rows, delimiter, quote, newline, endsOpen, quotesAll, header, encoding, block }) => {
        const field = (value: string) =>
          quotesAll || [delimiter, quote, '\n', '\r'].some((sign) => value.includes(sign))
            ? quote + value.replaceAll(quote, quote + quote) + quote
            : value;
        const named = header ? [(rows[0] ?? []).map((_, index) => `c${index}`), ...rows] : rows;
        const lines = named.map((row) => row.map(field).join(delimiter));
        const bytes = encode(lines.join(newline) + (endsOpen ? '' : newline), encoding);
        // A record without anything is none: lines of it are not asked back.
        const meant = rows.filter((row) => row.some((value) => value !== ''));
        const first = named[0] ?? [];
        fc.pre(first.some((value) => value !== ''));
        const format = { delimiter, quote, header, ...(encoding === 'windows-1252' ? { encoding } : {}) };
        const found = await read(bytes, format, block);
        expect(found.unreadable).toEqual([]);
        expect(found.rows.map(([, ...values]) => values)).toEqual(
          meant.map((row) => row.map((value) => (value === '' ? null : value))),
        );
        expect(found.count).toBe(meant.length);
        expect(found.records.columns).toEqual(first.map((_, index) => (header ? `c${index}` : `${index + 1}`)));
      },
    ),
    { numRuns: 150 },
  );
}, 30_000);

const damaged = fc
  .array(fc.constantFrom('a,b,c\n', '1,2\n', '"x\ny",2,3\n', '"', '\0', ',', 'ñ', '\xf1', '\n', 'z'.repeat(200)), {
    maxLength: 30,
  })
  .map((pieces) =>
    Buffer.concat([
      Buffer.from('a,b,c\n'),
      ...pieces.map((piece) => Buffer.from(piece, piece === '\xf1' ? 'latin1' : 'utf8')),
    ]),
  );

it('tells of each record of damaged bytes that it is readable or that it is not', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, fc.integer({ min: 1, max: 400 }), async (bytes, block) => {
      const { records, count, unreadable, rows } = await read(
        bytes,
        { header: true, delimiter: ',', encoding: 'utf-8' },
        block,
      );
      expect(count).toBe(rows.length + unreadable.length);
      const lines = [...rows.map(([line]) => Number(line)), ...unreadable.map(({ line }) => line)];
      expect(new Set(lines).size).toBe(count);
      const texts = await records.textOf(new Set(lines));
      expect(texts.size).toBe(count);
      for (const { line, text } of unreadable) expect(texts.get(line)).toBe(text);
    }),
    { numRuns: 100 },
  );
}, 30_000);
