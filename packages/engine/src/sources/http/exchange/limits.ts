/** How long each step of one request may take, in milliseconds, and how much may come. */
export interface Limits {
  readonly connectMs: number;
  /** From the request to the first byte of the answer. */
  readonly firstByteMs: number;
  /** Between two pieces of the answer. */
  readonly idleMs: number;
  /** For all requests of one question, with the pauses between them. */
  readonly totalMs: number;
  /** Of all pages together, after decompression. */
  readonly maxBytes: number;
  readonly maxPages: number;
}
