import type { KpiChange } from '../../../components/index.ts';
import { useWords } from '../explore/index.ts';
import { comparedRange, type Tally, tallyBefore } from '../model/index.ts';
import type { FigureProps } from './figure-props.ts';

export interface Before {
  /** The figures before; null if there are none to compare with. */
  readonly tally: Tally | null;
  /** How a figure is told to have changed; none if nothing is compared. */
  readonly changes: (written: string | null, change: number | null) => KpiChange[];
}

/** What the figures are compared with. */
export function useBefore({ row, explore }: FigureProps): Before {
  const texts = useWords();
  const { range, data, view } = explore;
  const { compare } = view;
  if (compare === 'nada') return { tally: null, changes: () => [] };
  return {
    tally: comparedRange(range, compare, data) && tallyBefore(row, compare),
    changes: (before, change) => [{ name: texts.comparisons[compare], before, change }],
  };
}
