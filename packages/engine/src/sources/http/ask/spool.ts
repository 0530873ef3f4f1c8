import { createHash, randomUUID, type Hash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceFailure } from '../failure.ts';

/** One file that all pages' rows go to, and their digests. What a page has brought is taken back if it is asked for again. */
export class Spool {
  readonly path: string;
  readonly #file: FileHandle;
  readonly #maxBytes: number;
  #size = 0;
  #answered = 0;
  #digest = createHash('sha256');
  #page: { readonly size: number; readonly answered: number; readonly digest: Hash } | undefined;
  #rows = createHash('sha256');

  private constructor(path: string, file: FileHandle, maxBytes: number) {
    this.path = path;
    this.#file = file;
    this.#maxBytes = maxBytes;
  }

  /** Makes a new file in the folder. `maxBytes` is the most that all answers together may have. */
  static async create(folder: string, maxBytes: number): Promise<Spool> {
    const path = join(folder, `answer-${randomUUID()}`);
    return new Spool(path, await open(path, 'wx'), maxBytes);
  }

  /** Bytes of all answers so far. */
  get answered(): number {
    return this.#answered;
  }

  /** Begins a page, or begins it again without what has come of it. */
  async beginPage(): Promise<void> {
    const again = this.#page;
    if (again !== undefined) {
      await this.#file.truncate(again.size);
      this.#size = again.size;
      this.#answered = again.answered;
      this.#digest = again.digest;
    }
    this.#page = { size: this.#size, answered: this.#answered, digest: this.#digest.copy() };
    this.#rows = createHash('sha256');
  }

  /** Counts bytes of an answer as they came. @throws SourceFailure if they are too many */
  answer(bytes: Buffer): void {
    this.#answered += bytes.length;
    this.#digest.update(bytes);
    if (this.#answered <= this.#maxBytes) return;
    throw new SourceFailure(`answers with more than ${this.#maxBytes / 1_000_000} MB; "limits.megabytes" allows more`);
  }

  /** Adds rows to the file. */
  async write(rows: Buffer): Promise<void> {
    if (rows.length === 0) return;
    this.#rows.update(rows);
    for (let written = 0; written < rows.length;) {
      const { bytesWritten } = await this.#file.write(rows, written, rows.length - written, this.#size);
      written += bytesWritten;
      this.#size += bytesWritten;
    }
  }

  /** Keeps the page. @returns the digest of its rows */
  endPage(): string {
    this.#page = undefined;
    return this.#rows.digest('hex');
  }

  /** @returns the SHA-256 of all answers in their order, in hex */
  async close(): Promise<string> {
    await this.#file.close();
    return this.#digest.digest('hex');
  }

  /** Closes and removes the file. */
  async abandon(): Promise<void> {
    await this.#file.close();
    await rm(this.path);
  }
}
