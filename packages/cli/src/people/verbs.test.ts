import { FluxionError } from '@fluxion/engine/base';
import { expect, it } from 'vitest';
import { askedOf } from './verbs.ts';

it('lists unless told otherwise, and names people by mail address', () => {
  expect(askedOf([])).toEqual({ verb: 'list', mail: '' });
  expect(askedOf(['link', 'ana@cadena.example'])).toEqual({ verb: 'link', mail: 'ana@cadena.example' });
});

it.each([
  [['lnk', 'ana@x'], 'did you mean link?'],
  [['add'], 'needs a mail address'],
  [['add', 'ana'], 'needs a mail address'],
  [['list', 'ana@x'], 'does not know what to do with "ana@x"'],
  [['reset', 'ana@x', 'luis@x'], 'does not know what to do with "luis@x"'],
])('refuses %j', (operands, message) => {
  expect(() => askedOf(operands)).toThrow(FluxionError);
  expect(() => askedOf(operands)).toThrow(message);
});
