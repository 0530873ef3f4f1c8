import { expect, test } from 'vitest';
import { searchTables, tablesIn, type TablaConsulta } from './tables.ts';

const column = (nombre: string) => ({ nombre, tipo: 'VARCHAR' });
const tables: TablaConsulta[] = [
  { nombre: 'ventas_raw', resume: null, columnas: [column('fecha'), column('monto_total')] },
  { nombre: 'ventas_por_dia', resume: 'ventas_raw', columnas: [column('fecha'), column('monto')] },
  { nombre: 'productos', resume: null, columnas: [column('codigo')] },
];
const names = (found: readonly TablaConsulta[]) => found.map(({ nombre }) => nombre);

test('a statement names tables whole, in any case', () => {
  expect(names(tablesIn('SELECT * FROM VENTAS_RAW v, productos_x', tables))).toEqual(['ventas_raw']);
});

test('a search finds tables, or the columns in them', () => {
  expect(names(searchTables(tables, ' Ventas'))).toEqual(['ventas_raw', 'ventas_por_dia']);
  expect(searchTables(tables, 'código')).toEqual([tables[2]]);
  expect(searchTables(tables, 'monto').map(({ columnas }) => columnas.length)).toEqual([1, 1]);
  expect(searchTables(tables, 'nada')).toEqual([]);
  expect(searchTables(tables, '')).toBe(tables);
});
