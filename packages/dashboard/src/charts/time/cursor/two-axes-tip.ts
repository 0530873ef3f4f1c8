import type { PlacedMeasure, TwoScenes } from '../model/index.ts';
import type { TipWords } from './series-tip.ts';
import type { TipRow } from './tip-text.ts';

/** What both measures say about a place. */
export function twoAxesTip({ line, bars }: TwoScenes, at: number, { words }: Pick<TipWords, 'words'>): TipRow[] {
  const value = ({ points, format }: PlacedMeasure) => {
    const point = points[at] ?? null;
    return point === null || point.value === null ? words.noData : (point.text ?? format(point.value));
  };
  return [
    { id: 'line', look: 'main', name: line.name, value: value(line) },
    { id: 'bars', look: 'bars', name: bars.name, value: value(bars) },
  ];
}
