import { expect, test } from 'vitest';
import { dayValue, readView } from './address.ts';
import { countGaps, countStates, findDay, isGap, isMoving, monthRuns, neighbour } from './calendar.ts';
import type { Calendar, DayState } from './types.ts';

const day = (fecha: string, estado: DayState) => ({
  fecha,
  estado,
  lineas: 0,
  habitual: null,
  rechazadas: 0,
  fallo: null,
});
const states: readonly DayState[] = ['cargada', 'falta', 'corta', 'hoy'];
const dates = ['2025-10-30', '2025-10-31', '2025-11-01', '2025-11-02'];
const calendar: Calendar = {
  fecha_inicio: '2025-10-30',
  fecha_fin: '2025-11-02',
  tiendas: [
    {
      ubicacion_id: 'T.1',
      codigo: '01',
      nombre: 'Chacao',
      hoy: '2025-11-02',
      primer_dia: '2025-01-01',
      huecos: 2,
      dias: dates.map((fecha, index) => day(fecha, states[index] ?? 'falta')),
    },
  ],
  planificador: { ultima_vuelta: null, al_dia: true, pendientes: 0, mensaje: null },
};

test('the address says which days, which day, and what is below', () => {
  const found = readView(
    '?desde=2025-10-01&hasta=2025-10-31&dia=2025-10-30.T.1&ver=rechazos&resultado=fallida&entrega=12',
  );
  expect(found).toEqual({
    range: { from: '2025-10-01', to: '2025-10-31' },
    day: { date: '2025-10-30', storeId: 'T.1' },
    tab: 'rechazos',
    outcome: 'fallida',
    delivery: '12',
  });
  expect(dayValue({ date: '2025-10-30', storeId: 'T.1' })).toBe('2025-10-30.T.1');
  expect(readView('?desde=x&dia=2025-02-30.T1&ver=nada&resultado=x&entrega=-1')).toEqual({
    range: null,
    day: null,
    tab: 'cargas',
    outcome: null,
    delivery: null,
  });
});

test('of more days than the calendar holds, the last are shown', () => {
  const { range } = readView('?desde=2012-01-03&hasta=2022-10-31');
  expect(range).toEqual({ from: '2021-09-27', to: '2022-10-31' });
  expect(readView('?desde=2021-09-27&hasta=2022-10-31').range).toEqual(range);
});

test('states are counted, those first that somebody has to do something about', () => {
  expect(countStates(calendar)).toEqual([
    ['falta', 1],
    ['corta', 1],
    ['cargada', 1],
    ['hoy', 1],
  ]);
  expect(countGaps(calendar)).toBe(2);
  expect(states.map((estado) => isGap({ estado }))).toEqual([false, true, true, false]);
});

test('the days before and after are as many, and end with the stores’ today', () => {
  expect(neighbour(calendar, 'earlier')).toEqual({ from: '2025-10-26', to: '2025-10-29' });
  expect(neighbour(calendar, 'later')).toBeNull();
  const before = { ...calendar, fecha_inicio: '2025-10-28', fecha_fin: '2025-10-31' };
  expect(neighbour(before, 'later')).toEqual({ from: '2025-10-30', to: '2025-11-02' });
});

test('columns fall into months', () => {
  expect(monthRuns(calendar.tiendas[0]?.dias ?? [])).toEqual([
    { first: '2025-10-30', days: 2 },
    { first: '2025-11-01', days: 2 },
  ]);
});

test('what waits or runs makes the calendar move', () => {
  expect(isMoving(calendar)).toBe(false);
  expect(isMoving({ ...calendar, planificador: { ...calendar.planificador, pendientes: 1 } })).toBe(true);
});

test('a day is found by its store and date', () => {
  expect(findDay(calendar, { storeId: 'T.1', date: '2025-10-31' })?.day.estado).toBe('falta');
  expect(findDay(calendar, { storeId: 'T2', date: '2025-10-31' })).toBeNull();
});
