import { expect, test } from 'vitest';
import { RequestFailure } from '../../client/index.ts';
import { es } from '../../i18n/es.ts';
import { refusalText } from './refusal.ts';
import { tokenOfFragment } from './token-link.ts';

test('a sign-in link holds a token', () => {
  expect(tokenOfFragment('#token=fx_Ab-9_z')).toBe('fx_Ab-9_z');
});

test.each(['', '#', '#contenido', '#token=', '#token=abc', '#token=fx_a b', '#token=fx_a&x=1'])(
  'the fragment "%s" holds none',
  (fragment) => {
    expect(tokenOfFragment(fragment)).toBeNull();
  },
);

test('a refusal is put in words that fit where the token came from', () => {
  const refused = new RequestFailure('refused', { status: 401 });
  expect(refusalText(refused, 'typed', es)).toBe(es.signIn.tokenRefused);
  expect(refusalText(refused, 'link', es)).toBe(es.signIn.linkRefused);
  expect(refusalText(new RequestFailure('refused', { status: 400 }), 'typed', es)).toBe(es.signIn.tokenRefused);
  expect(refusalText(new RequestFailure('refused', { status: 429 }), 'typed', es)).toBe(es.signIn.tooManyAttempts);
  expect(refusalText(new RequestFailure('unreachable'), 'typed', es)).toContain(es.failure.unreachableTitle);
});
