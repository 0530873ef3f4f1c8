import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonText } from './json-text.ts';

it('keeps every text that jsonb can hold, and replaces what it cannot', () => {
  expect(jsonText({ a: 'x\0y', b: ['\uD800', 'ñ😀'], c: null, d: 1 })).toBe(
    '{"a":"x\uFFFDy","b":["\uFFFD","ñ😀"],"c":null,"d":1}',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read: unknown = JSON.parse(jsonText(text));
      expect(read).toBe(Buffer.from(text.replaceAll('\0', '\uFFFD')).toString());
    }),
  );
});
