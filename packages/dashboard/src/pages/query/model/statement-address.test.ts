import { expect, test } from 'vitest';
import { statementOf, withStatement } from './statement-address.ts';

const nowhere = { search: '', hash: '' };

test.each([
  'SELECT 1',
  `SELECT 'a&b=c#d', "ñ" || '%' -- ¿qué?\nFROM ventas_raw`,
  `SELECT ${Array.from({ length: 3000 }, (_, index) => `${index} AS c${index}`).join(', ')}`,
])('an address holds a statement of any length', (sql) => {
  expect(statementOf(withStatement(nowhere, sql))).toBe(sql);
});

test('a long statement stays out of what is sent to a server', () => {
  const { search, hash } = withStatement({ search: '?sql=SELECT+1&filas=5', hash: '' }, 'x'.repeat(9000));
  expect(search).toBe('?filas=5');
  expect(hash.length).toBeGreaterThan(9000);
});

test('another statement is drawn anew', () => {
  const before = { search: '?sql=SELECT+1&vista=chart&x=a&y=b', hash: '' };
  expect(withStatement(before, 'SELECT 2').search).toBe('?vista=chart&sql=SELECT+2');
});

test('no statement leaves no trace', () => {
  expect(withStatement({ search: '?sql=SELECT+1', hash: 'sql=x' }, '  ')).toEqual(nowhere);
  expect(statementOf({ search: '', hash: 'token=abc' })).toBe('');
});
