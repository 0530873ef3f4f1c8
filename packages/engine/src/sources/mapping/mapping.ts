import type { FeedSpec } from '../feeds/feed-spec.ts';

/** Where each of our fields comes from. */
export interface Mapping {
  readonly feed: FeedSpec;
  /** Our field: the index of their column. */
  readonly columns: ReadonlyMap<string, number>;
  /** Our field: the text that all lines have. */
  readonly constants: Readonly<Record<string, string>>;
  /** Our field: the text that stands for a missing one. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Columns that nothing of ours takes. */
  readonly unused: readonly string[];
  /** Our field and where it comes from, for people: 'column StockCode', 'constant 1', 'cantidad x precio_unitario'. */
  readonly origins: Readonly<Record<string, string>>;
}
