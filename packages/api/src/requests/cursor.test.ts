import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorCodec, isBigint } from './cursor.ts';
import { RequestProblem } from '../problems/problem.ts';

const codec = cursorCodec<string[]>({
  toParts: (key) => key,
  fromParts: (parts) => (parts.length === 3 ? [...parts] : undefined),
});

function refusal(cursor: string): unknown {
  try {
    return codec.decode(cursor);
  } catch (error) {
    return error;
  }
}

describe('cursors', () => {
  it('give back the key, whatever texts it holds', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));
    fc.assert(
      fc.property(fc.tuple(text, text, text), (key) => {
        const cursor = codec.encode(key);
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(codec.decode(cursor)).toEqual(key);
      }),
    );
  });

  it('are refused by name, whatever else is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const outcome = refusal(text);
        expect(outcome).toBeInstanceOf(RequestProblem);
        expect(outcome).toMatchObject({ problem: 'INVALID_REQUEST', fields: [{ campo: 'cursor' }] });
      }),
    );
  });

  it.each([
    ['another shape', ['a', 'b']],
    ['numbers', [1, 2, 3]],
    ['NUL', ['a', 'b', 'c\0']],
    ['no list', { length: 3 }],
  ])('with %s inside are refused', (_name, inside) => {
    expect(refusal(Buffer.from(JSON.stringify(inside)).toString('base64url'))).toBeInstanceOf(RequestProblem);
  });

  it('are not asked for on the first page', () => {
    expect(codec.decode(undefined)).toBeUndefined();
  });
});

describe('isBigint', () => {
  it('takes what a bigint holds', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        expect(isBigint(String(value))).toBe(true);
      }),
    );
  });

  it.each(['9223372036854775808', '-9223372036854775809', '1.5', '', ' 1', '1e3', '0x10', '1'.repeat(40)])(
    'refuses %j',
    (text) => {
      expect(isBigint(text)).toBe(false);
    },
  );
});
