import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayState, usualLines, type DayEntry, type DayFacts } from './day-state.ts';

const now = new Date('2024-03-20T12:00:00Z');
const wednesday = '2024-03-13';
const facts: DayFacts = {
  fecha: wednesday,
  hoy: '2024-03-20',
  primer_dia: '2024-01-01',
  dias_operacion: '1234567',
  lineas: 0,
  habitual: null,
  entries: [],
  now,
};

function entry(resultado: DayEntry['resultado'], iniciada = '2024-03-14T03:00:00Z'): DayEntry {
  return { resultado, iniciada };
}

describe('dayState', () => {
  it.each<[string, Partial<DayFacts>, string]>([
    ['lines', { lineas: 10 }, 'cargada'],
    ['lines, and an attempt that failed', { lineas: 10, entries: [entry('fallida')] }, 'cargada'],
    ['half of the usual lines', { lineas: 50, habitual: 100 }, 'cargada'],
    ['fewer than half of them', { lineas: 49, habitual: 99 }, 'corta'],
    ['nothing', {}, 'falta'],
    ['an empty delivery', { entries: [entry('vacia')] }, 'vacia'],
    [
      'an empty delivery of one feed and a failure of the other',
      { entries: [entry('fallida'), entry('vacia')] },
      'vacia',
    ],
    ['a failure', { entries: [entry('fallida')] }, 'fallida'],
    ['a delivery of rejects alone', { entries: [entry('con_rechazos')] }, 'fallida'],
    ['an entry whose lines somebody deleted', { entries: [entry('cargada')] }, 'falta'],
    ['a load that runs', { entries: [entry('en_curso', '2024-03-20T11:30:00Z')] }, 'en_curso'],
    ['a load that died', { entries: [entry('en_curso', '2024-03-20T10:30:00Z')] }, 'fallida'],
    ['nothing on a weekday that it is closed', { dias_operacion: '1245' }, 'cerrada'],
    ['a failure on such a weekday', { dias_operacion: '1245', entries: [entry('fallida')] }, 'fallida'],
    ['nothing, and no word of when it opens', { dias_operacion: null }, 'falta'],
    ['nothing before the first data', { primer_dia: '2024-03-14' }, 'sin_historia'],
    ['nothing on the first day with data', { primer_dia: wednesday }, 'falta'],
    ['a failure before the first data', { primer_dia: null, entries: [entry('fallida')] }, 'fallida'],
    ['nothing, ever', { primer_dia: null }, 'sin_historia'],
    ['few lines today', { hoy: wednesday, lineas: 1, habitual: 100 }, 'hoy'],
    ['a day to come', { hoy: '2024-03-12' }, 'futuro'],
  ])('of a day with %s', (_what, known, state) => {
    expect(dayState({ ...facts, ...known })).toBe(state);
  });
});

describe('usualLines', () => {
  it('is known from the third week on', () => {
    expect(usualLines([100, 200])).toBeNull();
    expect(usualLines([300, 100, 200])).toBe(200);
    expect(usualLines([400, 100, 300, 200])).toBe(250);
  });

  it('has as many counts above it as below, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 3, maxLength: 8 }), (lines) => {
        const usual = usualLines(lines) ?? Number.NaN;
        expect(lines.filter((count) => count < usual).length).toBeLessThanOrEqual(lines.length / 2);
        expect(lines.filter((count) => count > usual).length).toBeLessThanOrEqual(lines.length / 2);
        expect(usualLines(lines.toReversed())).toBe(usual);
      }),
    );
  });
});
