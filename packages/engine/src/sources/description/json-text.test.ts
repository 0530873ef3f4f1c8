import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonProblem, parseJson } from './json-text.ts';

function problemOf(text: string): JsonProblem {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonProblem) return error;
    throw error;
  }
  throw new Error(`${text} was taken`);
}

/** What a parser reads, as JSON; undefined if it refuses. */
function verdict(parse: (text: string) => unknown, text: string): string | undefined {
  try {
    return JSON.stringify(parse(text));
  } catch {
    return undefined;
  }
}

describe('parseJson', () => {
  it('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('takes and refuses what JSON.parse does', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      ' ',
      '\n',
      '1',
      '-0.5e3',
      '01',
      'null',
      'true',
      '"',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const judgement = verdict(JSON.parse, text);
        // Of two members of one name JSON.parse takes the last.
        fc.pre(judgement === undefined || judgement.length === text.replaceAll(/[ \n]/g, '').length);
        expect(verdict(parseJson, text)).toBe(judgement);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['', 1, 1, 'a value is expected'],
    ['{\n  "a": 1,\n}', 3, 1, 'a name in "double quotes" is expected'],
    ['{\r\n  "a": 1\r\n  "b": 2 }', 3, 3, 'a comma or } is expected'],
    ["{ 'a': 1 }", 1, 3, 'a name in "double quotes" is expected'],
    ['{ "a" 1 }', 1, 7, 'a colon is expected'],
    ['[1, 2', 1, 6, 'a comma or ] is expected'],
    ['{"a": vino}', 1, 7, 'a value is expected'],
    ['{"a": "b', 1, 7, 'a value is expected'],
    ['{} // so', 1, 4, 'nothing more is expected'],
    ['{"a": 1, "a": 2}', 1, 10, '"a" is there twice'],
    ['['.repeat(200), 1, 102, 'nested too deeply'],
  ])('tells where %j is wrong', (text, line, column, message) => {
    expect(problemOf(text)).toMatchObject({ line, column, message: expect.stringContaining(message) });
  });
});
