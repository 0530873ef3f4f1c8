/** How the records of a CSV file are written. Delimiter and quote are single bytes of ASCII. */
export interface Dialect {
  readonly delimiter: number;
  /** -1: nothing is quoted. */
  readonly quote: number;
}

/** What a file is measured with; tests take less. */
export interface Limits {
  /** A record of more bytes is unreadable. */
  readonly recordBytes: number;
  /** How much is looked at at once; by more than 2 larger than a record may be. */
  readonly windowBytes: number;
}

const mebibyte = 1024 * 1024;
export const usualLimits: Limits = { recordBytes: mebibyte, windowBytes: mebibyte + mebibyte / 2 };

/** More columns than any feed has; nobody's file with more of them is one. */
export const mostColumns = 16_384;
