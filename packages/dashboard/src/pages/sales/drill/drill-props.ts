import type { Asked } from '../../../components/index.ts';
import type { Explore } from '../explore/index.ts';
import type { Totals } from '../figures/figure-props.ts';

/** What each table of the drill is given. */
export interface DrillProps {
  readonly explore: Explore;
  /** Of all rows together. */
  readonly totals: Asked<Totals>;
}
