import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceFailure } from '../failure.ts';
import { JsonPage } from './json-page.ts';
import type { PageReader } from './page-reader.ts';
import { TextPage } from './text-page.ts';

/** Feeds a text to a reader in pieces of so many bytes. */
function read(reader: PageReader, text: string, pieceBytes: number) {
  const bytes = Buffer.from(text);
  const out: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    // What a reader keeps must be its own: the memory of a piece may be used again.
    const piece = Buffer.from(bytes.subarray(at, at + pieceBytes));
    out.push(Buffer.from(reader.take(piece)));
  }
  const end = reader.end();
  return { ...end, text: Buffer.concat([...out, end.rest ?? Buffer.alloc(0)]).toString() };
}

const pieces = fc.integer({ min: 1, max: 40 });

describe('a page of JSON', () => {
  const places = { rows: ['datos', '1', 'filas'], next: ['meta', 'next'] };
  const rows = fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 8 });
  const next = fc.option(fc.string({ unit: 'grapheme', maxLength: 20 }));

  it('gives its rows as NDJSON, however it is written and wherever it is cut', () => {
    fc.assert(
      fc.property(rows, next, fc.jsonValue(), fc.nat(3), pieces, (all, cursor, other, space, pieceBytes) => {
        const value = {
          other: [other, { filas: [1] }],
          datos: [other, { before: other, filas: all, after: [all] }],
          meta: { next: cursor },
        };
        const written = JSON.stringify(value, undefined, space);
        const { text, rows: count, next: told } = read(new JsonPage(places), written, pieceBytes);
        expect(
          text
            .split('\n')
            .slice(0, -1)
            .map((line) => JSON.parse(line)),
        ).toEqual(JSON.parse(JSON.stringify(all)));
        expect({ count, told }).toEqual({
          count: all.length,
          told: cursor === null || cursor === '' ? undefined : cursor,
        });
      }),
    );
  });

  it('leaves every byte of a row as it is written, but line breaks between its parts', () => {
    const row = '{"a" : 1.50 ,\t"b":[1e400,-0.0,  "\\u00e9\\n\\"é",{}] }';
    const { text } = read(new JsonPage({ rows: [] }), `\uFEFF [\r\n${row},\n${row.replace(',\t', ',\r\n\t')}]`, 3);
    expect(text).toBe(`${row}\n${row}\n`);
  });

  it('is never taken for whole when it ends early', () => {
    const whole = JSON.stringify({ meta: { next: 'x' }, datos: [0, { filas: [{ a: 'é\\"' }, [1.5, null], 'x'] }] });
    for (let length = 0; length < whole.length; length++) {
      expect(() => read(new JsonPage(places), whole.slice(0, length), 7)).toThrow(SourceFailure);
    }
  });

  it.each([
    '[1}',
    '{"a":1]',
    '[1,]',
    '{"a":1,}',
    '{,}',
    '[,]',
    '{"a"}',
    '{"a":}',
    '{1:2}',
    '[1 2]',
    '[] []',
    '[1]x',
    '["a\nb"]',
    "['a']",
    '[a"b"]',
  ])('is refused where it is no JSON: %j', (text) => {
    expect(() => read(new JsonPage({ rows: [] }), text, 2)).toThrow(SourceFailure);
  });

  it('is refused where it is nested without end', () => {
    expect(() => read(new JsonPage({ rows: [] }), '['.repeat(100_000), 65_536)).toThrow('it is nested too deeply');
  });
});

describe('a page of text', () => {
  const line = fc.stringMatching(/^[a-z0-9;é"]{1,12}$/);

  it('is kept as it is, and ends its last line', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.boolean(), pieces, (all, ended, pieceBytes) => {
        const text = all.join('\n') + (ended ? '\n' : '');
        const page = read(new TextPage({ format: 'csv', header: true }), text, pieceBytes);
        expect(page).toMatchObject({ text: `${all.join('\n')}\n`, rows: all.length - 1 });
      }),
    );
  });

  it('after the first leaves the header out', () => {
    fc.assert(
      fc.property(line, fc.array(line, { maxLength: 6 }), pieces, (header, all, pieceBytes) => {
        const first = new TextPage({ format: 'csv', header: true });
        read(first, `${header}\n1`, pieceBytes);
        const page = read(
          new TextPage({ format: 'csv', header: true }, first),
          [header, ...all].join('\n'),
          pieceBytes,
        );
        expect(page).toMatchObject({ rows: all.length });
        expect(page.text.trimEnd()).toBe(all.join('\n'));
      }),
    );
  });

  it('with another header is refused', () => {
    const first = new TextPage({ format: 'csv', header: true });
    read(first, 'a;b\n1;2\n', 3);
    expect(() => read(new TextPage({ format: 'csv', header: true }, first), 'b;a\n1;2\n', 3)).toThrow(
      'answers with another header than that of its first page: "b;a"',
    );
  });

  it('needs no header where there is none', () => {
    const pages = { format: 'csv', header: false } as const;
    const first = new TextPage(pages);
    expect(read(first, '1;2\n3;4', 2)).toMatchObject({ text: '1;2\n3;4\n', rows: 2 });
    expect(read(new TextPage(pages, first), '5;6', 2)).toMatchObject({ text: '5;6\n', rows: 1 });
  });
});
