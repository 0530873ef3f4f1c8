import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileOf, stageAll, temporaryFolder } from '../records/testing/staged-rows.ts';
import { openJson } from './index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

// PostgreSQL has no NUL in texts, so that a record with one is told instead.
const text = fc.string({ unit: 'binary', maxLength: 40 }).map((value) => value.replaceAll('\0', '0'));
const key = fc.oneof(
  fc.constantFrom('a', 'b', 'producto', 'año'),
  text.map((value) => value.replaceAll('.', '')),
);
const scalar = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.dictionary(key, scalar, { maxKeys: 3 }));
const rows = fc.array(fc.dictionary(key, value, { minKeys: 1, maxKeys: 6 }), { minLength: 1, maxLength: 30 });

interface Drawn {
  readonly rows: readonly Record<string, unknown>[];
  readonly chunk: number;
  readonly indent: number;
  readonly ascii: boolean;
}
const drawn = fc.record({
  rows,
  chunk: fc.integer({ min: 1, max: 97 }),
  indent: fc.integer({ min: 0, max: 2 }),
  ascii: fc.boolean(),
});

/** JSON with every character beyond ASCII escaped, as some writers do. */
const escaped = (json: string) =>
  json.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What JavaScript reads at a path. */
function valueAt(row: Record<string, unknown>, path: string): unknown {
  if (Object.hasOwn(row, path)) return row[path];
  const dot = path.indexOf('.');
  const inner = row[path.slice(0, dot)];
  return dot !== -1 && typeof inner === 'object'
    ? Object.entries(inner ?? {}).find(([name]) => name === path.slice(dot + 1))?.[1]
    : undefined;
}

/** The text that a value has in the table; arrays and objects have that of the file, with its spaces and escapes. */
function textFor(wanted: unknown, staged: string | null | undefined): unknown {
  if (wanted === null || wanted === undefined || wanted === '') return null;
  if (typeof wanted === 'string') return wanted;
  const json = JSON.stringify(wanted);
  return typeof wanted === 'object' && JSON.stringify(JSON.parse(staged ?? '')) === json ? staged : json;
}

const options = { numRuns: 40 };

it.each(['ndjson', 'json'] as const)(
  'gives back every value of any rows as %s, in any chunks',
  async (format) => {
    const property = async ({ rows: made, chunk, indent, ascii }: Drawn) => {
      const write = ascii ? escaped : (json: string) => json;
      const content =
        format === 'ndjson'
          ? made.map((row) => write(JSON.stringify(row))).join('\n')
          : write(JSON.stringify({ otros: { x: 'y' }, filas: made }, null, indent));
      const told = format === 'json' ? ({ format, rows: 'filas' } as const) : { format };
      const records = await openJson(await fileOf(join(folder.path, `x.${format}`), content, chunk), told);
      const { rows: staged, unreadable } = await stageAll(records);
      expect(unreadable).toEqual([]);
      expect(staged.map(([, ...texts]) => texts)).toEqual(
        made.map((row, index) =>
          records.columns.map((path, column) => textFor(valueAt(row, path), staged[index]?.[column + 1])),
        ),
      );
    };
    await fc.assert(fc.asyncProperty(drawn, property), options);
  },
  30_000,
);
