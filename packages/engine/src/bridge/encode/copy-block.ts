import { sliceChunk, type RawChunk } from '../../duckdb/index.ts';
import { chunkRows, type ColumnEncoder } from './column-encoder.ts';

/** PostgreSQL's binary COPY: a signature, no flags, no header extension; then rows; then a row of -1 fields. */
export const copyHeader = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
export const copyTrailer = Buffer.from([0xff, 0xff]);

const fieldCountBytes = 2;
const lengthBytes = 4;

/** A chunk of more bytes is encoded in parts: 2,048 rows of large texts do not fit into memory twice. */
const mostBytes = 32 * 1024 * 1024;

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

  /** Adds a chunk's rows. Yields each block that is full; it belongs to the caller. */
  *add(chunk: RawChunk): Generator<Buffer, void, undefined> {
    const { sizes, encoders } = this;
    const { rowCount } = chunk;
    const columns = encoders.map((encoder, index) => ({ encoder, vector: chunk.vector(index, encoder.width) }));
    sizes.fill(0, 0, rowCount);
    let everyRow = fieldCountBytes + lengthBytes * encoders.length;
    for (const { encoder, vector } of columns) everyRow += encoder.measure(vector, rowCount, sizes);
    if (this.isTooLarge(rowCount, everyRow)) {
      const half = Math.floor(rowCount / 2);
      yield* this.add(sliceChunk(chunk, 0, half));
      yield* this.add(sliceChunk(chunk, half, rowCount - half));
      return;
    }
    const end = this.place(rowCount, everyRow);
    const out = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    for (let row = 0; row < rowCount; row++) {
      const at = sizes[row] ?? 0;
      out.setInt16(at, encoders.length);
      sizes[row] = at + fieldCountBytes;
    }
    for (const { encoder, vector } of columns) encoder.write(vector, rowCount, out, sizes);
    this.used = end;
    const full = this.used >= this.worth ? this.take() : undefined;
    if (full) yield full;
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

  private isTooLarge(rowCount: number, everyRow: number): boolean {
    if (rowCount === 1) return false;
    let bytes = everyRow * rowCount;
    for (let row = 0; row < rowCount; row++) bytes += this.sizes[row] ?? 0;
    return bytes > mostBytes;
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
