import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowScanner } from './row-scanner.ts';
import { wantedPaths } from './wanted.ts';

/** Whether JavaScript takes a text for an object; as PostgreSQL's texts have no NUL, one with it is none. */
function isObject(text: string): boolean {
  try {
    return text.trimStart().startsWith('{') && !JSON.stringify(JSON.parse(text)).includes('\\u0000');
  } catch {
    return false;
  }
}

const scanner = new RowScanner(wantedPaths(['a', 'b.c', 'l.d'], ['l']));

/** Whether the scanner takes it for one. */
function isRow(text: string): boolean {
  const bytes = Buffer.from(`${text}\0`);
  const end = bytes.length - 1;
  const from = text.length - text.trimStart().length;
  const behind = scanner.scan(bytes, from, end);
  return behind >= 0 && scanner.flaw === '' && bytes.toString('utf8', behind, end).trim() === '';
}

const signs = fc.constantFrom(
  ...'{}[],:"\\/ \t\n0123456789.eE+-truefalsn\u00f1u',
  '\\u',
  '\\ud83d',
  'null',
  'true',
  '""',
  ':1,',
);
const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 2 }), insert: fc.array(signs, { maxLength: 2 }) });
const key = fc.constantFrom('a', 'b', 'c', 'l', 'd', 'x"y');
const row = fc.dictionary(key, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });

it('takes for JSON what JavaScript does, however a row is damaged', () => {
  const property = (value: object, edits: readonly { at: number; remove: number; insert: string[] }[]) => {
    let text = JSON.stringify(value);
    for (const { at, remove, insert } of edits) {
      const place = at % (text.length + 1);
      text = text.slice(0, place) + insert.join('') + text.slice(place + remove);
    }
    expect(isRow(text), text).toBe(isObject(text));
  };
  fc.assert(fc.property(row, fc.array(edit, { maxLength: 3 }), property), { numRuns: 3000 });
});
