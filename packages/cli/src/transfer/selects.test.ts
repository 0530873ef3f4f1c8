import { expect, it } from 'vitest';
import { parseSelects } from './selects.ts';

it('splits at the first equals sign', () => {
  expect(parseSelects(["ventas = SELECT * FROM v WHERE tipo = 'x'", 'b=SELECT 1\nAS a'])).toEqual({
    ventas: "SELECT * FROM v WHERE tipo = 'x'",
    b: 'SELECT 1\nAS a',
  });
});

it.each([[['SELECT 1']], [['=SELECT 1']], [['ventas=']], [['a=SELECT 1', 'a=SELECT 2']]])('refuses %j', (texts) => {
  expect(() => parseSelects(texts)).toThrow('--select');
});
