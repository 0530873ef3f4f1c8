import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['Ana María Rojas', 'AM'],
  ['  luis  ', 'L'],
  ['Ñandú (Óscar)', 'Ñ'],
  // Half of a pair of code units is no character.
  ['😀 Ana 🏪 Gil', 'AG'],
  ['👩‍👧 🏪', '👩‍👧'],
  ['<b>Ana</b> Gil', 'G'],
  ['', ''],
])('the initials of %j are %j', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
