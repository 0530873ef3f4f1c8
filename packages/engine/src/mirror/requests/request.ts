/** What is wanted of the mirrors that other processes have open: a file belongs to one process at a time. */
export interface MirrorRequest {
  /** `status` only tells; `sync` brings the copy up to date first, `rebuild` copies tables anew. */
  readonly verb: 'status' | 'sync' | 'rebuild';
  /** The tables to copy anew; none: all of them. */
  readonly tables: readonly string[];
  /** Whether the copy is to be compared with PostgreSQL afterwards. */
  readonly check: boolean;
}

/** As their connections are called in pg_stat_activity: whoever asks counts them, and waits for no more. */
export const answererName = 'fluxion-mirror-requests';

/** Which process answers. */
export interface Answerer {
  readonly host: string;
  readonly pid: number;
}

/** What came of a request in one process: what it tells, as JSON, or the sentence by which it failed. */
export type MirrorReply = Answerer & ({ readonly report: unknown } | { readonly failure: string });
