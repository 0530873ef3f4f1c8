import { expect, test } from 'vitest';
import { marginOf } from './index.ts';

test.each([
  ['of lines with costs', { venta_con_costo: '10', costo: '7', margen: '3' }, '3'],
  ['of goods given away', { venta_con_costo: '0.00', costo: '7', margen: '-7' }, '-7'],
  ['of goods that cost nothing', { venta_con_costo: '10', costo: '0', margen: '10' }, '10'],
  ['of lines without costs is none', { venta_con_costo: '0.00', costo: '0', margen: '0' }, null],
])('the margin %s', (_, row, margin) => {
  expect(marginOf(row)).toBe(margin);
});
