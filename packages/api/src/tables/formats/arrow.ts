import type { Batch } from '@fluxion/engine/base';
import { AsyncByteQueue, Field, makeData, RecordBatch, RecordBatchStreamWriter, Schema, Struct } from 'apache-arrow';
import { arrowData, arrowType } from './arrow-columns.ts';
import type { FileColumn, FileWriter } from './file-format.ts';

/** What is written and not sent yet. The writer's own queue would take whatever comes, however slowly it is read. */
class Pieces extends AsyncByteQueue {
  #pieces: Uint8Array[] = [];

  override write(piece: Uint8Array): void {
    this.#pieces.push(piece);
  }

  take(): Uint8Array {
    const taken = Buffer.concat(this.#pieces);
    this.#pieces = [];
    return taken;
  }
}

function recordBatch(schema: Schema, columns: readonly FileColumn[], rows: Batch): RecordBatch {
  const children = columns.map((column, index) =>
    arrowData(
      column,
      rows.map((row) => row[index] ?? null),
    ),
  );
  return new RecordBatch(
    schema,
    makeData({ type: new Struct(schema.fields), length: rows.length, nullCount: 0, children }),
  );
}

/** Arrow's IPC stream: 64-bit integers, decimals of 38 digits, days, and microseconds in UTC. */
export const writeArrow: FileWriter = async function* arrow({ columns, rows }) {
  const schema = new Schema(columns.map((column) => new Field(column.name, arrowType(column), true)));
  const pieces = new Pieces();
  const writer = new RecordBatchStreamWriter().reset(pieces, schema);
  for await (const batch of rows) {
    writer.write(recordBatch(schema, columns, batch));
    yield pieces.take();
  }
  writer.finish();
  yield pieces.take();
};
