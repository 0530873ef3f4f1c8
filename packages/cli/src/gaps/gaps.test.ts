import { addDays } from '@fluxion/engine/base';
import type { CalendarDay, DayState, GapCalendar, StoreCalendar } from '@fluxion/engine/operations';
import { describe, expect, it } from 'vitest';
import { describeCalendar } from './describe-calendar.ts';
import { describeRecovery, describeUnit } from './describe-recovery.ts';
import { rangeOf } from './range.ts';

const running = { ultima_vuelta: '2024-03-12T12:00:00Z', al_dia: true, pendientes: 0, mensaje: null };
const first = '2024-03-01';

function store(codigo: string, nombre: string, states: readonly DayState[]): StoreCalendar {
  const dias: CalendarDay[] = states.map((estado, index) => ({
    fecha: addDays(first, index),
    estado,
    lineas: 40,
    habitual: 120,
    rechazadas: 0,
    fallo: estado === 'fallida' ? { momento: '2024-03-05T00:00:00Z', mensaje: 'no answer' } : null,
  }));
  return { ubicacion_id: codigo, codigo, nombre, hoy: '2024-03-12', primer_dia: first, huecos: 0, dias };
}

function calendar(...tiendas: readonly StoreCalendar[]): GapCalendar {
  return { fecha_inicio: first, fecha_fin: addDays(first, (tiendas[0]?.dias.length ?? 1) - 1), tiendas };
}

describe('the calendar as text', () => {
  const states: DayState[] = [
    'cargada',
    'vacia',
    'corta',
    'fallida',
    'falta',
    'cerrada',
    'en_curso',
    'cargada',
    'hoy',
    'futuro',
  ];

  it('has a letter for each store and day, a legend of those that occur, and the gaps with what is known', () => {
    const whole = store(
      '02',
      'Un nombre larguísimo de tienda',
      Array.from({ length: 10 }, () => 'cargada'),
    );
    expect(describeCalendar(calendar(store('01', 'Centro', states), whole), running)).toBe(
      [
        '                         2024-03-01',
        '01 Centro                .0SFM->.t',
        '02 Un nombre larguísim…  ..........',
        '',
        '.  loaded',
        '0  empty, as the source says',
        "S  short: below half of the store's weekday norm",
        'F  failed',
        'M  missing',
        '>  being loaded',
        '-  closed on that weekday',
        "t  the store's today",
        '',
        '3 gaps; `fluxion recover` loads them again:',
        '  01 Centro  2024-03-03  short: 40 lines instead of about 120',
        '  01 Centro  2024-03-04  failed; the last attempt failed: no answer',
        '  01 Centro  2024-03-05  missing',
      ].join('\n'),
    );
  });

  it('marks the Mondays and breaks long ranges', () => {
    const long = Array.from({ length: 100 }, (): DayState => 'cargada');
    const lines = describeCalendar(calendar(store('01', '01', long)), running).split('\n');
    expect(lines[0]).toBe('    2024-03-01       03-18  03-25  04-01  04-08  04-15  04-22  04-29  05-06');
    expect(lines[1]).toBe(`01  ${'.'.repeat(70)}`);
    expect(lines[4]).toBe(`01  ${'.'.repeat(30)}`);
    expect(lines).toContain('No gaps.');
  });

  it('says so when the schedule stands still, and when there are no stores', () => {
    const whole = calendar(store('01', '01', ['cargada']));
    expect(describeCalendar(whole, { ...running, al_dia: false })).toMatch(
      /The schedule stands still since 2024-03-12T12:00:00Z: is `fluxion up` running\?$/,
    );
    expect(describeCalendar(whole, { ...running, al_dia: false, mensaje: 'disk full' })).toMatch(/: disk full$/);
    expect(describeCalendar(whole, { ...running, al_dia: false, ultima_vuelta: null })).not.toContain('schedule');
    expect(describeCalendar(calendar(), running)).toBe('There are no active stores.');
  });
});

describe('a recovery as text', () => {
  const unit = { ubicacion_id: 'T1', fecha: '2024-03-05', origen: 'caja: T1 2024-03-05', filas: 1200, mensaje: null };

  it('has a line for each store-day, and counts', () => {
    const loaded = { ...unit, resultado: 'cargada' } as const;
    const failed = { ...unit, resultado: 'fallida', filas: 0, mensaje: 'no answer' } as const;
    expect(describeUnit(loaded)).toBe('2024-03-05  T1  loaded, 1,200 lines (caja: T1 2024-03-05)');
    expect(describeUnit(failed)).toBe('2024-03-05  T1  failed (caja: T1 2024-03-05): no answer');
    expect(describeRecovery([loaded, failed, loaded])).toBe('2 store-days loaded\n1 store-day failed');
    expect(describeRecovery([])).toBe('There are no gaps.');
  });
});

describe('rangeOf', () => {
  it.each([
    ['2024-02-30', undefined, '--from must be a date as YYYY-MM-DD, not "2024-02-30"'],
    [undefined, 'ayer', '--to must be a date as YYYY-MM-DD, not "ayer"'],
    ['2024-03-02', '2024-03-01', '--from 2024-03-02 lies after --to 2024-03-01'],
  ])('refuses %s to %s', (from, to, message) => {
    expect(() => rangeOf({ 'first-day': from, to })).toThrow(message);
  });
});
