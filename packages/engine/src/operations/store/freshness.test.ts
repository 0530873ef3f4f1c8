import { describe, expect, it } from 'vitest';
import { addDays } from '../../base/index.ts';
import type { DayState } from '../load/day-state.ts';
import { daysLate, firstLateDay } from './freshness.ts';

const hoy = '2024-03-10';

/** The days up to today, the last one last. */
function until(states: readonly DayState[]) {
  const first = addDays(hoy, 1 - states.length);
  const dias = states.map((estado, index) => {
    return { fecha: addDays(first, index), estado, lineas: 0, habitual: null, rechazadas: 0, fallo: null };
  });
  return { dias, hoy };
}

describe('days late', () => {
  it.each([
    ['is none with yesterday’s sales', '2024-03-09', ['cargada', 'cargada', 'hoy'], 0, undefined],
    ['is none with today’s', '2024-03-10', ['falta', 'cargada', 'hoy'], 0, undefined],
    ['counts each day between', '2024-03-07', ['cargada', 'falta', 'fallida', 'hoy'], 2, '2024-03-08'],
    ['counts a day that is being loaded', '2024-03-08', ['cargada', 'en_curso', 'hoy'], 1, '2024-03-09'],
    [
      'leaves closed days out, and those without sales',
      '2024-03-06',
      ['cargada', 'cerrada', 'vacia', 'falta', 'hoy'],
      1,
      '2024-03-09',
    ],
    ['counts the days before the calendar, too', '2024-03-01', ['falta', 'cerrada', 'hoy'], 7, '2024-03-02'],
  ] as const)('%s', (_, through, states, late, first) => {
    const calendar = until(states);
    expect([daysLate(through, calendar), firstLateDay(through, calendar)]).toEqual([late, first]);
  });
});
