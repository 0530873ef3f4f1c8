import { describe, expect, test } from 'vitest';
import { patchSearch } from '../../../navigation/index.ts';
import { rangeQuery, stockQuery } from './queries.ts';
import { coverOf, statesOf, type StockSummary, totalsOf, urgentOf } from './totals.ts';
import {
  alertKinds,
  daysPatch,
  groupingOf,
  groupingPatch,
  healthPatch,
  listPatch,
  readInventory,
  viewPatch,
} from './views.ts';

const row = (patch: Partial<StockSummary>): StockSummary => ({
  clave: 'T1',
  nombre: 'Chacao',
  productos: 3,
  unidades: '10.5',
  valor: '100.10',
  porcentaje: null,
  productos_sin_costo: 0,
  productos_negativos: 1,
  unidades_negativas: '-2',
  valor_negativo: '-8.40',
  configurados: 10,
  sin_stock: 1,
  criticos: 2,
  bajos: 3,
  normales: 3,
  excesos: 1,
  ...patch,
});

describe('the address', () => {
  test('of the bare page is stock of every state, by store', () => {
    const { view, states, kinds, by, health, days } = readInventory('');
    expect({ view, states, kinds, by, health }).toEqual({
      view: 'existencias',
      states: [],
      kinds: [],
      by: 'tienda',
      health: 'chart',
    });
    expect([days('cobertura'), days('parado')]).toEqual([28, 90]);
  });

  test('takes what it knows, in its own order, and leaves the rest', () => {
    const address = readInventory('?ver=alertas&tipo=Sobrestock&tipo=Stock+crítico&tipo=x&estado=BAJO&dias=13&por=x');
    expect(address.view).toBe('alertas');
    expect(address.kinds).toEqual(['Stock crítico', 'Sobrestock']);
    expect(address.states).toEqual(['BAJO']);
    expect(address.days('parado')).toBe(90);
    expect(address.by).toBe('tienda');
    expect(readInventory('?ver=nada').view).toBe('existencias');
    expect(readInventory('?dias=180').days('parado')).toBe(180);
    expect(readInventory('?dias=180').days('cobertura')).toBe(28);
  });

  test('reads what it writes, and keeps the filters', () => {
    const start = '?tienda=T1&ver=parado&dias=180';
    expect(patchSearch(start, viewPatch('alertas'))).toBe('?tienda=T1&ver=alertas');
    expect(patchSearch(start, viewPatch('existencias'))).toBe('?tienda=T1');
    expect(patchSearch('?tienda=T1', daysPatch('parado', 30))).toBe('?tienda=T1&dias=30');
    expect(patchSearch(start, daysPatch('parado', 90))).toBe('?tienda=T1&ver=parado');
    expect(readInventory(patchSearch('', groupingPatch('categoria'))).by).toBe('categoria');
    expect(readInventory(patchSearch('', healthPatch('table'))).health).toBe('table');
    expect(patchSearch('?por=categoria&salud=tabla', { ...groupingPatch('tienda'), ...healthPatch('chart') })).toBe('');
  });

  test('may be ahead of the rows, which are what was asked for', () => {
    expect(groupingOf({ query: { por: 'categoria', q: 'pan' } })).toBe('categoria');
    expect(groupingOf({ query: { por: 'tienda' } })).toBe('tienda');
    expect(groupingOf({})).toBe('tienda');
  });

  test('of all kinds is that of no choice', () => {
    expect(listPatch('tipo', alertKinds, alertKinds.length)).toEqual({ tipo: null });
    expect(listPatch('tipo', [], 4)).toEqual({ tipo: null });
    expect(listPatch('estado', ['BAJO'], 5)).toEqual({ estado: ['BAJO'] });
  });
});

describe('the totals', () => {
  test('are those of the rows, to the last digit', () => {
    const totals = totalsOf([row({}), row({ valor: '0.005', unidades: '1', criticos: 5, valor_negativo: '0' })]);
    expect(totals).toEqual({
      value: '100.105',
      units: '11.5',
      products: 6,
      withoutCost: 0,
      negatives: 2,
      negativeUnits: '-4',
      negativeValue: '-8.40',
      configured: 20,
      states: { SIN_STOCK: 2, CRITICO: 7, BAJO: 6, NORMAL: 6, EXCESO: 2 },
    });
    expect(urgentOf(totals.states)).toBe(9);
  });

  test('of no rows are nothing', () => {
    const { value, configured, states } = totalsOf([]);
    expect([value, configured, urgentOf(states)]).toEqual(['0', 0, 0]);
  });

  test('of one row are its own', () => {
    expect(statesOf(row({}))).toEqual({ SIN_STOCK: 1, CRITICO: 2, BAJO: 3, NORMAL: 3, EXCESO: 1 });
  });
});

describe('days of cover', () => {
  test('are the value by what is sold of it in a day', () => {
    expect(coverOf('100', { cost: '300', days: 30 })).toBe('10.0');
    expect(coverOf('79137.63', { cost: '90000.01', days: 30 })).toBe('26.4');
    expect(coverOf('0.00', { cost: '5', days: 30 })).toBe('0.0');
  });

  test('are none without sales', () => {
    expect(coverOf('100', undefined)).toBeNull();
    expect(coverOf('100', { cost: '0.00', days: 30 })).toBeNull();
    expect(coverOf('100', { cost: '-3', days: 30 })).toBeNull();
  });
});

describe('a question', () => {
  test('is about the filters that the page offers', () => {
    const filters = { stores: ['T1'], categories: [], products: ['P1'], text: ' harina ' };
    expect(stockQuery(filters)).toEqual({ ubicacion_id: ['T1'], q: 'harina' });
  });

  test('of a range is about its last 366 days at most', () => {
    expect(rangeQuery(null)).toEqual({});
    expect(rangeQuery({ from: '2025-10-01', to: '2025-10-31' })).toEqual({
      fecha_inicio: '2025-10-01',
      fecha_fin: '2025-10-31',
    });
    expect(rangeQuery({ from: '2020-01-01', to: '2024-12-31' })).toEqual({
      fecha_inicio: '2024-01-01',
      fecha_fin: '2024-12-31',
    });
  });
});
