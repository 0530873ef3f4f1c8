import type { AnswerTo, Source } from '../../../client/index.ts';
import type { Explore } from '../explore/index.ts';

/** What everything on the page comes to, in a single row. */
export type Totals = AnswerTo<'compararVentas'>;

/** What each figure is given. */
export interface FigureProps {
  readonly row: Totals['datos'][number];
  readonly explore: Explore;
  readonly source: Source;
}
