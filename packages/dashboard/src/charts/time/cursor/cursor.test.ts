import { describe, expect, test } from 'vitest';
import { createLocale } from '../../../i18n/index.ts';
import { texts } from '../../texts.ts';
import { sceneOf } from '../model/scene.ts';
import { twoScenesOf } from '../model/two-scenes.ts';
import { movedCursor } from './moves.ts';
import { seriesTip, stepName } from './series-tip.ts';
import { tipText } from './tip-text.ts';
import { twoAxesTip } from './two-axes-tip.ts';

const locale = createLocale('es');
const how = { locale, words: texts.es, format: (value: number) => `${value} mil` };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the cursor', () => {
  const at = (place: number | null, from: number | null = null) => ({ at: place, from });

  test('goes from place to place, and stays within them', () => {
    expect(movedCursor(at(3), 'ArrowLeft', false, 10)).toEqual(at(2));
    expect(movedCursor(at(9), 'ArrowRight', false, 10)).toEqual(at(9));
    expect(movedCursor(at(3), 'PageDown', false, 10)).toEqual(at(0));
    expect(movedCursor(at(null), 'Home', false, 10)).toEqual(at(0));
    expect(movedCursor(at(3), 'a', false, 10)).toBeNull();
    expect(movedCursor(at(null), 'Home', false, 0)).toBeNull();
  });

  test('takes places along with Shift, from where it began, until it moves without', () => {
    const first = movedCursor(at(3), 'ArrowRight', true, 10);
    expect(first).toEqual(at(4, 3));
    expect(movedCursor(at(4, 3), 'End', true, 10)).toEqual(at(9, 3));
    expect(movedCursor(at(4, 3), 'ArrowLeft', false, 10)).toEqual(at(3));
    expect(movedCursor(at(4, 3), 'Escape', false, 10)).toEqual(at(4));
    expect(movedCursor(at(4), 'Escape', false, 10)).toBeNull();
  });
});

describe('what is told of a place', () => {
  const scene = sceneOf(
    [
      { id: 'now', name: 'Ahora', look: 'main', points: [{ date: '2025-10-31', value: 110, text: 'Bs 110,00' }] },
      {
        id: 'then',
        name: 'Antes',
        look: 'compared',
        points: [{ date: '2025-10-31', of: '2025-10-03', value: 100 }],
      },
    ],
    'day',
  );

  test('is exact, names the compared day and says how they differ', () => {
    const rows = seriesTip(scene, 0, how);
    expect(rows.map(({ value }) => value)).toEqual(['Bs 110,00', '100 mil']);
    expect(plain(tipText('Hoy', rows))).toBe('Hoy, Ahora Bs 110,00, vie 3 oct 2025 100 mil (Cambio +10,0 %)');
  });

  test('says that nothing is known', () => {
    expect(seriesTip(scene, 1, how).map(({ value }) => value)).toEqual(['sin datos', 'sin datos']);
  });

  test('names days, weeks and months', () => {
    expect(plain(stepName('2025-10-31', 'day', how))).toBe('vie 31 oct 2025');
    expect(plain(stepName('2025-10-27', 'week', how))).toBe('Semana del 27 oct 2025');
    expect(stepName('2025-10-01', 'month', how)).toBe('oct 2025');
  });

  test('is each measure in its own unit', () => {
    const points = [{ date: '2025-10-31', value: 5 }];
    const scenes = twoScenesOf(
      { name: 'Existencia', points, format: (value) => `${value} und` },
      { name: 'Ventas', points: [], format: String },
      'day',
    );
    expect(twoAxesTip(scenes, 0, how).map(({ name, value }) => `${name} ${value}`)).toEqual([
      'Existencia 5 und',
      'Ventas sin datos',
    ]);
  });
});
