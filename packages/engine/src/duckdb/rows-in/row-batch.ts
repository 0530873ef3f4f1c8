import duckdb, { type DataChunk } from '@duckdb/node-bindings';
import { FluxionError } from '../../base/index.ts';
import type { ColumnDecoder, Fields } from './column-decoder.ts';

/** The most rows of one DuckDB chunk. */
const chunkRows = 2048;

/** What PostgreSQL's binary COPY begins with; behind it stand 4 bytes of flags and the length of an extension, 0. */
const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const headerBytes = signature.length + 8;

/** What stands in the place of a row's number of fields behind the last row. */
const endOfRows = -1;

/**
 * Rows in PostgreSQL's binary COPY format, a piece at a time, turned into DuckDB chunks. A piece may end anywhere: `rest`
 * is what of it belongs to a row that is not whole.
 */
export class RowBatch {
  readonly #decoders: readonly ColumnDecoder[];
  /** For each column, where the fields of the chunk's rows begin; negative: NULL. */
  readonly #positions: readonly Int32Array[];
  readonly #values: readonly DataView<ArrayBuffer>[];
  /** For each column, 1 if a field of the chunk's rows is NULL. */
  readonly #hasNull: Uint8Array;
  readonly #validity: readonly Uint8Array<ArrayBuffer>[];
  #fields: Fields = fieldsOf(Buffer.alloc(0));
  #at = 0;
  #begun = false;
  #ended = false;

  constructor(decoders: readonly ColumnDecoder[]) {
    this.#decoders = decoders;
    this.#positions = decoders.map(() => new Int32Array(chunkRows));
    this.#values = decoders.map(({ width }) => new DataView(new ArrayBuffer(chunkRows * width)));
    this.#hasNull = new Uint8Array(decoders.length);
    this.#validity = decoders.map(() => new Uint8Array(chunkRows / 8));
  }

  /** The mark behind the last row has been read. */
  get ended(): boolean {
    return this.#ended;
  }

  /** What has not been read of the piece. */
  get rest(): Buffer {
    return this.#fields.bytes.subarray(this.#at);
  }

  /** Takes the next piece, which begins with the rest of the one before. @throws FluxionError INTERNAL if it is no such format */
  take(piece: Buffer): void {
    this.#fields = fieldsOf(piece);
    this.#at = 0;
    if (this.#begun || piece.length < headerBytes) return;
    if (!piece.subarray(0, signature.length).equals(signature)) throw malformed();
    this.#begun = true;
    this.#at = headerBytes;
  }

  /** Fills a chunk with the next rows of the piece. @returns how many; 0: none is whole */
  fill(chunk: DataChunk): number {
    const rowCount = this.#begun ? this.#locate() : 0;
    duckdb.data_chunk_set_size(chunk, rowCount);
    if (rowCount === 0) return 0;
    this.#decoders.forEach((decoder, index) => this.#write(decoder, index, rowCount, chunk));
    return rowCount;
  }

  /** Finds the fields of the next rows that are whole. */
  #locate(): number {
    const { view } = this.#fields;
    const columns = this.#positions.length;
    const size = view.byteLength;
    let rowCount = 0;
    this.#hasNull.fill(0);
    while (rowCount < chunkRows && this.#at + 2 <= size) {
      const fieldCount = view.getInt16(this.#at);
      if (fieldCount === endOfRows) {
        this.#ended = true;
        this.#at += 2;
        break;
      }
      if (fieldCount !== columns) throw malformed();
      const next = this.#locateRow(rowCount);
      if (next === undefined) break;
      this.#at = next;
      rowCount++;
    }
    return rowCount;
  }

  /** @returns where the row ends; undefined if it is not whole */
  #locateRow(row: number): number | undefined {
    const { view } = this.#fields;
    const size = view.byteLength;
    let at = this.#at + 2;
    for (let column = 0; column < this.#positions.length; column++) {
      const positions = this.#positions[column];
      if (positions === undefined || at + 4 > size) return undefined;
      const length = view.getInt32(at);
      at += 4;
      if (length < 0) {
        positions[row] = -1;
        this.#hasNull[column] = 1;
      } else {
        positions[row] = at;
        at += length;
      }
    }
    return at <= size ? at : undefined;
  }

  #write(decoder: ColumnDecoder, index: number, rowCount: number, chunk: DataChunk): void {
    const [positions, values, validity] = [this.#positions[index], this.#values[index], this.#validity[index]];
    if (!positions || !values || !validity) return;
    const vector = duckdb.data_chunk_get_vector(chunk, index);
    decoder.decode(this.#fields, positions, rowCount, values, vector);
    duckdb.copy_data_to_vector(vector, 0, values.buffer, 0, rowCount * decoder.width);
    if (this.#hasNull[index] !== 1) return;
    validity.fill(0xff);
    for (let row = 0; row < rowCount; row++) {
      if ((positions[row] ?? 0) < 0) validity[row >> 3] = (validity[row >> 3] ?? 0) & ~(1 << (row & 7));
    }
    duckdb.vector_ensure_validity_writable(vector);
    duckdb.copy_data_to_vector_validity(vector, 0, validity.buffer, 0, validity.byteLength);
  }
}

function fieldsOf(bytes: Buffer): Fields {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

export function malformed(): FluxionError {
  return new FluxionError('INTERNAL', 'What PostgreSQL sent are not the rows that were asked for.');
}
