/** Bytes of a document that comes in pieces, from some place to another. */
export class Span {
  readonly #limit: number;
  #pieces: Buffer[] = [];
  #bytes = 0;
  /** Where it goes on in the current piece; undefined: it is not open. */
  #from: number | undefined;

  /** Of a longer one no more is kept. */
  constructor(limit = Number.POSITIVE_INFINITY) {
    this.#limit = limit;
  }

  get isOpen(): boolean {
    return this.#from !== undefined;
  }

  open(at: number): void {
    this.#from = at;
  }

  /** Keeps what goes before `at`, and leaves out the byte there. */
  skip(piece: Buffer, at: number): void {
    if (this.#from === undefined) return;
    this.#keep(piece.subarray(this.#from, at));
    this.#from = at + 1;
  }

  /** The piece is at its end; the span goes on in the next one. */
  carry(piece: Buffer): void {
    if (this.#from === undefined) return;
    this.#keep(piece.subarray(this.#from));
    this.#from = 0;
  }

  close(piece: Buffer, at: number): void {
    this.skip(piece, at);
    this.#from = undefined;
  }

  /** Adds bytes that stand nowhere in the document. */
  add(bytes: Buffer): void {
    this.#keep(bytes);
  }

  /** What has been kept so far, which is kept no longer. */
  drain(): Buffer {
    const all = this.#pieces.length === 1 ? (this.#pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#bytes = 0;
    return all;
  }

  #keep(bytes: Buffer): void {
    const kept = bytes.subarray(0, this.#limit - this.#bytes);
    if (kept.length === 0) return;
    this.#pieces.push(kept);
    this.#bytes += kept.length;
  }
}
