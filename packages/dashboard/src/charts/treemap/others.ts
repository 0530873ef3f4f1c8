import type { TreemapItem } from './Treemap.tsx';

/** A tile to be: an item, or what is left of them all in one. */
export interface ShownItem extends TreemapItem {
  readonly isRest: boolean;
}

/** A tile of less area, in square pixels, could neither be read nor be hit with a finger (WCAG 2.2: 24 by 24). */
const LEAST_AREA = 44 * 30;
const REST = '\0rest';

/** The items of some size, the greatest first, and all others as one. Nothing that is zero or less has an area. */
export function withOthers(items: readonly TreemapItem[], area: number, name: (count: number) => string): ShownItem[] {
  const sorted = items.filter(({ value }) => value > 0).toSorted((a, b) => b.value - a.value);
  const whole = sorted.reduce((sum, { value }) => sum + value, 0);
  const large = sorted.filter(({ value }) => (value / whole) * area >= LEAST_AREA);
  const small = sorted.slice(large.length);
  const shown = large.map((item) => ({ ...item, isRest: false }));
  const [only] = small;
  if (only === undefined) return shown;
  if (small.length === 1) return [...shown, { ...only, isRest: false }];
  const value = small.reduce((sum, item) => sum + item.value, 0);
  return [...shown, { id: REST, name: name(small.length), value, isRest: true }];
}
