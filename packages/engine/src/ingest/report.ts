import type { ErrorCode } from '../base/index.ts';
import type { FeedName } from '../sources/index.ts';

/** Outcome of a delivery or a unit, as the ledger keeps it; `igual`: it was there already, nothing was changed. */
export type Outcome = 'cargada' | 'con_rechazos' | 'vacia' | 'fallida' | 'igual';

/** A line that was not loaded. */
export interface RejectedLine {
  /** The file that it is in, of a delivery of several; undefined: the delivery is the file. */
  readonly file: string | undefined;
  readonly line: number;
  /** Our field; undefined if the line as a whole cannot be read. */
  readonly field: string | undefined;
  readonly value: string | undefined;
  /** One clause: 'is not a number'. */
  readonly reason: string;
  /** The line as it stands, cut after some thousand characters. */
  readonly text: string;
  /** The unit that it would have belonged to, as far as that can be read. */
  readonly ubicacionId: string | null;
  readonly fecha: string | null;
}

/** Sums of the feed's totals, by field, as decimal texts. */
export type Sums = Readonly<Record<string, string>>;

/** A store's business day of a delivery. */
export interface UnitReport {
  /** The store's id; null for feeds of master rows. */
  readonly ubicacionId: string | null;
  /** YYYY-MM-DD; null for feeds of master rows. */
  readonly fecha: string | null;
  readonly outcome: Outcome;
  readonly rows: number;
  readonly sums: Sums;
  /** Why it was not loaded, or what is remarkable; one sentence. */
  readonly message: string | null;
}

/** How a delivery was understood: what a dry run shows. */
export interface Understanding {
  readonly feed: FeedName;
  /** format, delimiter, encoding, ... as `Records.recognised`, and dateOrder, decimal. */
  readonly recognised: Readonly<Record<string, string>>;
  /** Our field and where it comes from: "column StockCode", "constant TIENDA_01", "derived: cantidad x precio_unitario". */
  readonly fields: Readonly<Record<string, string>>;
  /** Columns of the delivery that nothing of ours takes. */
  readonly unused: readonly string[];
  /** The first rows as they were understood, texts by our field. */
  readonly sample: readonly Readonly<Record<string, string | null>>[];
}

export interface DeliveryReport {
  readonly name: string;
  readonly feed: FeedName | null;
  readonly outcome: Outcome;
  /** read = loaded + rejected + repeated + same. */
  readonly read: number;
  readonly loaded: number;
  readonly rejected: number;
  /** Lines that the source repeated. */
  readonly repeated: number;
  /** Lines of units that were there already. */
  readonly same: number;
  readonly sums: { readonly read: Sums; readonly loaded: Sums; readonly rejected: Sums };
  readonly units: readonly UnitReport[];
  readonly rejects: readonly RejectedLine[];
  /** Products and stores that were created, flagged. */
  readonly placeholders: number;
  readonly understanding: Understanding | null;
  /** Why it failed, or what is remarkable; one sentence. */
  readonly message: string | null;
  /** The kind of failure; null unless it failed. */
  readonly error: ErrorCode | null;
  readonly seconds: number;
}
