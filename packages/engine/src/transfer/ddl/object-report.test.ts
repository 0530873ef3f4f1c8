import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asComments } from './object-report.ts';

it('writes a refused object so that every line of it is a comment', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '-', '*', '/', ';', "'", '"', '\n', '\r', '\0'),
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, text, text, (name, reason, definition) => {
      const [comment = '', ...more] = asComments([{ kind: 'view', name, outcome: 'refused', reason, definition }]);
      expect(more).toEqual([]);
      expect(comment.split(/[\r\n]/).every((line) => line.startsWith('-- '))).toBe(true);
    }),
  );
  expect(asComments([{ kind: 'view', name: 'v', outcome: 'same' }])).toEqual([]);
});
