import { BIGINT, DuckDBDataChunk, VARCHAR, type DuckDBConnection } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';

/** The most rows of one batch. */
export const textBatchRows = 2048;

/** DuckDB keeps strings of at most so many bytes in the vector itself, behind their length of 4 bytes. */
const inlineBytes = 12;
const width = 4 + inlineBytes;

/** What is left of a word of which so many bytes are the text's. */
const masks = [0, 0xff, 0xffff, 0xff_ffff];
/** A text that no three whole words can be read from. */
const inlineAtEnd = new Uint8Array(inlineBytes);
const endView = new DataView(inlineAtEnd.buffer);

/** Rows whose fields are pieces of one buffer, so that no field becomes a string of JavaScript's. */
export interface TextBatch {
  /** How many rows it has, at most `textBatchRows`. */
  count: number;
  /** Holds all fields, in UTF-8. */
  bytes: Buffer;
  /** Each row's number, which goes into the table's first column. */
  readonly numbers: Float64Array;
  /** For each column and row, where the field begins in `bytes`. */
  readonly starts: readonly Int32Array[];
  /** For each column and row, how many bytes the field has; negative: NULL. */
  readonly lengths: readonly Int32Array[];
}

/** An empty batch, to be filled over and over. */
export function newTextBatch(columns: number): TextBatch {
  const perColumn = () => Array.from({ length: columns }, () => new Int32Array(textBatchRows));
  return {
    count: 0,
    bytes: Buffer.alloc(0),
    numbers: new Float64Array(textBatchRows),
    starts: perColumn(),
    lengths: perColumn(),
  };
}

/** Puts batches behind each other into one table. */
export interface TextRows {
  /** Adds a batch, whose memory may be used anew afterwards. @throws DuckDB's refusal */
  add(batch: TextBatch): void;
  /** Makes the rows visible. @throws DuckDB's refusal */
  close(): void;
}

/** Opens an existing table of one BIGINT and `columns` VARCHARs, by its name in the main schema. */
export async function openTextRows(connection: DuckDBConnection, table: string, columns: number): Promise<TextRows> {
  const appender = await connection.createAppender(table);
  // One chunk for all: the memory of one that is only dropped waits for the garbage collector, which does not see its size.
  const rows = DuckDBDataChunk.create([BIGINT, ...Array.from({ length: columns }, () => VARCHAR)], textBatchRows);
  const numbers = new DataView(new ArrayBuffer(textBatchRows * 8));
  const values = new Int32Array(textBatchRows * (width / 4));
  const validity = new Uint8Array(textBatchRows / 8);
  return {
    add(batch) {
      if (batch.count === 0) return;
      rows.reset();
      rows.rowCount = batch.count;
      for (let row = 0; row < batch.count; row++) numbers.setBigInt64(row * 8, BigInt(batch.numbers[row] ?? 0), true);
      const first = duckdb.data_chunk_get_vector(rows.chunk, 0);
      duckdb.copy_data_to_vector(first, 0, numbers.buffer, 0, batch.count * 8);
      batch.starts.forEach((starts, column) => {
        const lengths = batch.lengths[column];
        const vector = duckdb.data_chunk_get_vector(rows.chunk, column + 1);
        if (lengths) writeTexts({ vector, values, validity }, batch, starts, lengths);
      });
      appender.appendDataChunk(rows);
    },
    close() {
      appender.closeSync();
    },
  };
}

interface TextColumn {
  readonly vector: ReturnType<typeof duckdb.data_chunk_get_vector>;
  /** Scratch memory of the size of the vector, and of its bits. */
  readonly values: Int32Array<ArrayBuffer>;
  readonly validity: Uint8Array<ArrayBuffer>;
}

function writeTexts(
  { vector, values, validity }: TextColumn,
  { bytes, count }: TextBatch,
  starts: Int32Array,
  lengths: Int32Array,
): void {
  const long: number[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let anyNull = false;
  validity.fill(0xff);
  for (let row = 0; row < count; row++) {
    const length = lengths[row] ?? -1;
    const at = row * 4;
    if (length < 0) {
      anyNull = true;
      validity[row >> 3] = (validity[row >> 3] ?? 0) & ~(1 << (row & 7));
      continue;
    }
    if (length > inlineBytes) {
      long.push(row);
      // The vector copies the text itself, and writes its own reference over this one.
      values[at] = 0;
      continue;
    }
    const start = starts[row] ?? 0;
    values[at] = length;
    // DuckDB compares all the bytes: those behind the text must be zero.
    if (start + inlineBytes <= bytes.length) {
      values[at + 1] = length < 4 ? view.getInt32(start, true) & (masks[length] ?? 0) : view.getInt32(start, true);
      values[at + 2] = length <= 4 ? 0 : view.getInt32(start + 4, true) & (masks[length - 4] ?? -1);
      values[at + 3] = length <= 8 ? 0 : view.getInt32(start + 8, true) & (masks[length - 8] ?? -1);
    } else {
      inlineAtEnd.fill(0).set(bytes.subarray(start, start + length));
      for (let word = 0; word < 3; word++) values[at + 1 + word] = endView.getInt32(word * 4, true);
    }
  }
  duckdb.copy_data_to_vector(vector, 0, values.buffer, 0, count * width);
  if (anyNull) {
    duckdb.vector_ensure_validity_writable(vector);
    duckdb.copy_data_to_vector_validity(vector, 0, validity.buffer, 0, validity.byteLength);
  }
  for (const row of long) {
    const start = starts[row] ?? 0;
    duckdb.vector_assign_string_element_len(vector, row, bytes.subarray(start, start + (lengths[row] ?? 0)));
  }
}
