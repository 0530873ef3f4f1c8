import { expect, test } from 'vitest';
import { createLocale } from '../../../i18n/index.ts';
import { shortName } from './short-name.ts';

test('a narrow column has the day, and the month where another one begins', () => {
  const { dates } = createLocale('es');
  const days = ['2025-10-30', '2025-10-31', '2025-11-01', '2025-11-02'].map((day) => ({ from: day, to: day }));
  const names = days.map((day, index) => shortName(day, days[index - 1], dates));
  expect(names).toEqual(['oct\n30', '31', 'nov\n1', '2']);
});
