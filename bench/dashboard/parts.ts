import { measureFilters } from './filter.ts';
import { measureFirst } from './first.ts';
import { measureScrolling } from './scroll.ts';
import type { Trial } from './trial.ts';

export const parts: Readonly<Record<string, (trial: Trial) => Promise<object>>> = {
  first: measureFirst,
  scroll: measureScrolling,
  filter: measureFilters,
};
