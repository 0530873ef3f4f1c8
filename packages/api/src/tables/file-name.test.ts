import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentDisposition, fileName, nameOfRows } from './file-name.ts';

it('is in the words of the path', () => {
  expect(nameOfRows('/ventas/por/tienda')).toBe('ventas-por-tienda');
  expect(nameOfRows('/pedidos/:id/lineas')).toBe('pedidos-lineas');
});

it('names the stores and days that were asked for', () => {
  expect(fileName('ventas', {})).toBe('ventas');
  const range = { fecha_inicio: '2024-03-01', fecha_fin: '2024-03-31' };
  expect(fileName('ventas-serie', { ubicacion_id: ['T1', 'T2'], ...range })).toBe(
    'ventas-serie_T1_T2_2024-03-01_2024-03-31',
  );
  expect(fileName('ventas', { ubicacion_id: ['a', 'b', 'c', 'd'], fecha_fin: '2024-03-31' })).toBe(
    'ventas_4-ubicaciones_2024-03-31',
  );
});

it('is no path, and no header of its own, whatever the stores are called', () => {
  expect(fileName('x', { ubicacion_id: ['../a\\b"c\r\nd'] })).toBe('x_..-a-b-c--d');
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }), (stores) => {
      const header = contentDisposition(fileName('x', { ubicacion_id: stores }));
      expect(header).toMatch(/^attachment; filename="[ !#-.0-~]*"(; filename\*=UTF-8''[\w!~.%-]*)?$/);
    }),
  );
});

it('keeps letters beyond ASCII for whoever reads them', () => {
  expect(contentDisposition('año (1).csv')).toBe(
    `attachment; filename="ano (1).csv"; filename*=UTF-8''a%C3%B1o%20%281%29.csv`,
  );
});
