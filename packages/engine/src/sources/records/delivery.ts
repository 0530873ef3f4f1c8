import type { Description } from '../description/description.ts';
import type { Records } from './records.ts';

/** What one file, or one question to an HTTP source, delivers. */
export interface Delivery {
  readonly origin: 'archivo' | 'http';
  /** The path as it was given, or the source's name with what was asked of it; for people and the ledger. No secrets. */
  readonly name: string;
  /** SHA-256 of the bytes as they came, in hex. */
  readonly digest: string;
  readonly bytes: number;
  /** How many bytes they are once decompressed; undefined: as many. */
  readonly expandedBytes?: number;
  /** What is known of the delivery from feed.json, flags, its path, or the source. */
  readonly description: Description;
  /** True if the source said itself that it has no rows: an answer `[]`, or a header without lines. */
  readonly saysEmpty: boolean;
  /**
   * Recognises the format and opens it.
   * @throws FluxionError SOURCE_UNREADABLE, SOURCE_CORRUPT, FEED_UNREADABLE, or FEED_AMBIGUOUS with what to say
   */
  open(signal?: AbortSignal): Promise<Records>;
}
