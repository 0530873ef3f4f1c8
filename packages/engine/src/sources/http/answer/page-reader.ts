/** What a page was, once all of it has been read. */
export interface PageEnd {
  /** Rows that it holds; of CSV and NDJSON lines that are not blank, so never fewer than rows. */
  readonly rows: number;
  /** What the page says of where the next one is: a cursor or an address. */
  readonly next?: string;
  /** What is to be written behind the last piece. */
  readonly rest?: Buffer;
}

/** Reads one page as it comes, and gives back its rows as they are to be kept. */
export interface PageReader {
  /** @returns what is to be written of this piece; @throws SourceFailure if it is not what rows are in */
  take(piece: Buffer): Buffer;
  /** @throws SourceFailure if the page ends in the middle, or holds no rows and no word that there are none */
  end(): PageEnd;
}
