import type { RawChunk } from '../../duckdb/index.ts';
import { chunkRows, type ColumnEncoder } from './column-encoder.ts';

/** PostgreSQL's binary COPY: a signature, no flags, no header extension; then rows; then a row of -1 fields. */
export const copyHeader = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
export const copyTrailer = Buffer.from([0xff, 0xff]);

const fieldCountBytes = 2;
const lengthBytes = 4;

/** Gathers encoded rows until they are worth a write to the socket. */
export class CopyBlock {
  private bytes: Buffer<ArrayBuffer>;
  private used = 0;
  private spare: Buffer<ArrayBuffer> | undefined;
  private readonly encoders: readonly ColumnEncoder[];
  private readonly worth: number;
  private readonly sizes = new Int32Array(chunkRows);

  constructor(encoders: readonly ColumnEncoder[], worth = 256 * 1024) {
    this.encoders = encoders;
    this.worth = worth;
    this.bytes = Buffer.allocUnsafeSlow(worth * 2);
  }

  /** Adds a chunk's rows. Gives the block to write if it is full now, else undefined; the block then belongs to the caller. */
  add(chunk: RawChunk): Buffer | undefined {
    const { sizes, encoders } = this;
    const vectors = encoders.map((encoder, index) => chunk.vector(index, encoder.width));
    sizes.fill(0, 0, chunk.rowCount);
    let everyRow = fieldCountBytes + lengthBytes * encoders.length;
    for (const [index, encoder] of encoders.entries()) {
      const vector = vectors[index];
      if (vector) everyRow += encoder.measure(vector, chunk.rowCount, sizes);
    }
    const end = this.place(chunk.rowCount, everyRow);
    const out = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    for (let row = 0; row < chunk.rowCount; row++) {
      const at = sizes[row] ?? 0;
      out.setInt16(at, encoders.length);
      sizes[row] = at + fieldCountBytes;
    }
    for (const [index, encoder] of encoders.entries()) {
      const vector = vectors[index];
      if (vector) encoder.write(vector, chunk.rowCount, out, sizes);
    }
    this.used = end;
    return this.used >= this.worth ? this.take() : undefined;
  }

  /** What has been gathered since the last block; the caller owns it. Undefined if there is nothing. */
  take(): Buffer | undefined {
    if (this.used === 0) return undefined;
    const { bytes, used } = this;
    this.bytes = this.spare ?? Buffer.allocUnsafeSlow(Math.max(this.worth * 2, used));
    this.spare = undefined;
    this.used = 0;
    return bytes.subarray(0, used);
  }

  /** Takes back the memory of a block that the caller needs no more: new memory for each costs the collector dearly. */
  giveBack(block: Buffer): void {
    if (block.buffer instanceof ArrayBuffer) this.spare = Buffer.from(block.buffer);
  }

  /** Turns what each row takes on top of `everyRow` bytes into its position, making room; gives the end of the last. */
  private place(rowCount: number, everyRow: number): number {
    const { sizes } = this;
    let position = this.used;
    for (let row = 0; row < rowCount; row++) {
      const size = everyRow + (sizes[row] ?? 0);
      sizes[row] = position;
      position += size;
    }
    if (position > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(position);
      this.bytes.copy(larger, 0, 0, this.used);
      this.bytes = larger;
    }
    return position;
  }
}
