import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordScanner } from './record-scanner.ts';
import { rawText } from './unreadable.ts';
import { windowMemory, windows } from './windows.ts';

const dialect = { delimiter: 0x2c, quote: 0x22 };

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

interface Found {
  readonly line: number;
  readonly text: string;
  readonly fault?: string;
  readonly fields?: readonly string[];
}

/** What a scanner finds in bytes that come in blocks of `block`, through windows of `windowBytes`. */
async function scan(
  bytes: Buffer,
  { windowBytes = 4096, block = 4096, recordBytes = 1024, expected = 0, quote = dialect.quote } = {},
): Promise<readonly Found[]> {
  const scanner = new RecordScanner({ dialect: { ...dialect, quote }, capacity: 50, recordBytes });
  scanner.expected = expected;
  const found: Found[] = [];
  for await (const _ of windows(scanner, cut(bytes, block), windowMemory({ recordBytes, windowBytes }))) {
    for (let step = scanner.next(); step !== 'more'; step = scanner.next()) {
      const of = { line: scanner.line, text: rawText(scanner) };
      found.push(step === 'record' ? { ...of, fields: fieldsOf(scanner) } : { ...of, fault: scanner.fault });
    }
  }
  return found;
}

function fieldsOf({ bytes, starts, ends, fieldCount }: RecordScanner): string[] {
  return Array.from({ length: fieldCount }, (_, index) => {
    const from = starts[index] ?? 0;
    const text = bytes.toString('utf8', from < 0 ? ~from : from, ends[index]);
    return from < 0 ? text.replaceAll('""', '"') : text;
  });
}

const fieldLists = async (text: string) => (await scan(Buffer.from(text))).map(({ fields, fault }) => fields ?? fault);

describe('records', () => {
  it.each<[string, string, readonly unknown[]]>([
    [
      'plain lines',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no end of the last line',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['ends of all kinds', 'a\r\nb\rc\n\r\n\r\rd\r', [['a'], ['b'], ['c'], ['d']]],
    [
      'empty fields',
      ',\n,a,\n',
      [
        ['', ''],
        ['', 'a', ''],
      ],
    ],
    [
      'quotes',
      '"a","b,c"\n"d\ne","f""g"\n"",""""\n',
      [
        ['a', 'b,c'],
        ['d\ne', 'f"g'],
        ['', '"'],
      ],
    ],
    ['a quote inside a field', 'tubo 2",x "y" z\n', [['tubo 2"', 'x "y" z']]],
    [
      'spaces',
      ' a , b\t\n "c d" ,\t"e\n',
      [
        [' a ', ' b\t'],
        ['c d', '\t"e'],
      ],
    ],
    ['a quote at the very end', '"a"', [['a']]],
    ['nothing', '', []],
    ['only line ends', '\n\r\n\r', []],
  ])('of %s', async (_name, text, records) => {
    expect(await fieldLists(text)).toEqual(records);
  });

  it('know their lines', async () => {
    const found = await scan(Buffer.from('a\r\n\r\n"b\rc\r\nd\ne"\rf\n'));
    expect(found.map(({ line, text }) => [line, text])).toEqual([
      [1, 'a'],
      [3, '"b\rc\r\nd\ne"'],
      [7, 'f'],
    ]);
  });

  it('may have no quotes at all', async () => {
    expect((await scan(Buffer.from('"a,b\n"'), { quote: -1 })).map(({ fields }) => fields)).toEqual([
      ['"a', 'b'],
      ['"'],
    ]);
  });

  it('need not hold more than spaces and an end-of-text mark to be none', async () => {
    const found = await scan(Buffer.from('a,b\n  \t\nc,d\n\x1a'), { expected: 2 });
    expect(found.map(({ fields }) => fields)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

describe('a fault', () => {
  it.each<[string, string, readonly (readonly [number, string, string])[]]>([
    ['of too few fields', '1,2\n3\n4,5', [[2, 'fields', '3']]],
    ['of too many', '1,2\n3,4,5\n6,7', [[2, 'fields', '3,4,5']]],
    [
      'of NULs',
      '1,2\n3,\0\n"\0",5\n',
      [
        [2, 'nul', '3,␀'],
        [3, 'nul', '"␀",5'],
      ],
    ],
    ['of text behind a quote', '1,2\n"3"x,4\n5,6', [[2, 'behind quote', '"3"x,4']]],
    ['of a quote that is never closed', '1,2\n3,"4\n5,6\n7,8\n', [[2, 'unclosed', '3,"4']]],
    ['in the last line', '1,2\n3,"4', [[2, 'unclosed', '3,"4']]],
    ['of a quote that another one seems to close', '1,2\n3,"4\n5,6\n7,"8"\n9,0', [[2, 'behind quote', '3,"4']]],
    ['of a quote that an empty field seems to double', '1,"2\n3,""\n4,"5"\n', [[1, 'behind quote', '1,"2']]],
    [
      'of a quote that one at the end of a field seems to close',
      '1,"2\n3,4\n5,6",7\n8,9\n',
      [
        [1, 'fields', '1,"2'],
        [3, 'fields', '5,6",7'],
      ],
    ],
    ['behind lines in quotes', '"1\n2","3\n4,5\n', [[1, 'unclosed', '"1\n2","3']]],
  ])('%s costs no other line', async (_name, text, faults) => {
    const found = await scan(Buffer.from(text), { expected: 2 });
    expect(found.flatMap(({ line, fault, text: raw }) => (fault ? [[line, fault, raw]] : []))).toEqual(faults);
    // Each line is in one record and no more; those of quotes that are right are in one together.
    const lines = found.flatMap(({ line, text: raw }) => raw.split('\n').map((of, index) => [line + index, of]));
    const written = text.replaceAll('\0', '␀').replace(/\n$/, '').split('\n');
    expect(lines).toEqual(written.map((of, index) => [index + 1, of]));
  });

  it('of bytes that are not UTF-8 costs its line, which is shown as Windows-1252', async () => {
    const bytes = Buffer.concat([
      Buffer.from('año\n'),
      Buffer.from('a\u00f1o \x80\n', 'latin1'),
      Buffer.from('Ñandú\n'),
    ]);
    expect(await scan(bytes)).toEqual([
      { line: 1, text: 'año', fields: ['año'] },
      { line: 2, text: 'año €', fault: 'encoding' },
      { line: 3, text: 'Ñandú', fields: ['Ñandú'] },
    ]);
  });

  it('of length costs the line, wherever it ends', async () => {
    const short = { recordBytes: 10, windowBytes: 13 };
    const found = async (text: string) => {
      const records = await scan(Buffer.from(text), short);
      expect(await scan(Buffer.from(text), { ...short, windowBytes: 4096 })).toEqual(records);
      return records.map(({ line, fault, text: raw }) => [line, fault, raw]);
    };
    const fits = [undefined, '0123456789'] as const;
    expect(await found('0123456789\n0123456789')).toEqual([
      [1, ...fits],
      [2, ...fits],
    ]);
    expect(await found('0123456789A\r\n0123456789')).toEqual([
      [1, 'too long', '0123456789'],
      [2, ...fits],
    ]);
    expect(await found(`${'"x,'.repeat(20)}\rb`)).toEqual([
      [1, 'too long', '"x,"x,"x,"'],
      [2, undefined, 'b'],
    ]);
    expect(await found('"a\nbcdefghijkl"\nm\n')).toEqual([
      [1, 'unclosed within limit', '"a'],
      [2, 'too long', 'bcdefghijk'],
      [3, undefined, 'm'],
    ]);
    expect(await found('"a\nb"            x\nm\n')).toEqual([
      [1, 'too long', '"a'],
      [2, 'too long', 'b"        '],
      [3, undefined, 'm'],
    ]);
    expect(await found('"a\nb",cdefghijkl\nm\n')).toEqual([
      [1, 'too long', '"a'],
      [2, 'too long', 'b",cdefghi'],
      [3, undefined, 'm'],
    ]);
  });
});

const soup = fc
  .array(fc.constantFrom('a', 'b', ',', ',', '"', '"', '\n', '\n', '\r', '\r\n', ' ', '\0', 'ñ', '😀', '\xff'), {
    maxLength: 60,
  })
  .map((signs) => Buffer.concat(signs.map((sign) => Buffer.from(sign, sign === '\xff' ? 'latin1' : 'utf8'))));

describe('in any bytes', () => {
  it('finds the same wherever blocks and windows end', async () => {
    await fc.assert(
      fc.asyncProperty(
        soup,
        fc.record({
          recordBytes: fc.integer({ min: 1, max: 30 }),
          more: fc.integer({ min: 3, max: 9 }),
          block: fc.integer({ min: 1, max: 20 }),
          expected: fc.integer({ min: 0, max: 3 }),
        }),
        async (bytes, { recordBytes, more, block, expected }) => {
          const whole = await scan(bytes, { recordBytes, expected });
          expect(await scan(bytes, { recordBytes, expected, block, windowBytes: recordBytes + more })).toEqual(whole);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('leaves out no line that has anything, and gives none twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        soup,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 30 }),
        async (bytes, expected, recordBytes) => {
          const lines = (text: string) => text.split(/\r\n|\r|\n/);
          const seen = new Set<number>();
          for (const { line, text } of await scan(bytes, { expected, recordBytes })) {
            lines(text).forEach((_, index) => {
              expect(seen.has(line + index)).toBe(false);
              seen.add(line + index);
            });
          }
          const missed = lines(bytes.toString()).filter((text, index) => text.trim() !== '' && !seen.has(index + 1));
          expect(missed).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
