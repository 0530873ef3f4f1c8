import { expect, test } from 'vitest';
import { keyState } from './key-state.ts';

const now = Date.parse('2026-01-10T12:00:00Z');

test.each([
  ['activa', { revocado: null, expira: null }],
  ['activa', { revocado: null, expira: '2026-01-10T12:00:01Z' }],
  ['caducada', { revocado: null, expira: '2026-01-10T12:00:00Z' }],
  ['revocada', { revocado: '2026-01-01T00:00:00Z', expira: '2026-01-05T00:00:00Z' }],
])('a key is %s', (state, key) => {
  expect(keyState(key, now)).toBe(state);
});
