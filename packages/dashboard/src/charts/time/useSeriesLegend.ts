import { useTexts } from '../../i18n/index.ts';
import { texts } from '../texts.ts';
import type { Scene } from './model/index.ts';
import type { LegendItem } from './TimeLegend.tsx';

/** What the lines are; nothing where there is only one, and it is what the title says. */
export function useSeriesLegend({ lines, behind, meanDays }: Scene): readonly LegendItem[] {
  const words = useTexts(texts);
  const items = lines.map(({ id, name, look }) => ({
    id,
    look,
    name: meanDays > 1 && look.startsWith('main') ? `${name} · ${words.meanOf(meanDays)}` : name,
  }));
  const days = behind === null ? [] : [{ id: '\0behind', look: 'behind' as const, name: words.eachDay }];
  return items.length + days.length > 1 || meanDays > 1 ? [...items, ...days] : [];
}
