import type { Cell } from '@fluxion/contract';
import type { FileColumn, FileWriter } from '../file-format.ts';

type Rows = readonly (readonly Cell[])[];

async function* batchesOf(rows: Rows, size: number): AsyncGenerator<Rows> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

/** A column of each type. */
export const everyType: readonly FileColumn[] = [
  { name: 'texto', type: 'text' },
  { name: 'entero', type: 'integer' },
  { name: 'decimal', type: 'decimal', scale: 6 },
  { name: 'fecha', type: 'date' },
  { name: 'momento', type: 'instant' },
  { name: 'si', type: 'boolean' },
];

export const everyMissing: readonly Cell[] = everyType.map(() => null);

/** The whole file of these rows. */
export async function written(
  write: FileWriter,
  columns: readonly FileColumn[],
  rows: Rows,
  { batchSize = 2000, title = 'Datos' } = {},
): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const { signal } = new AbortController();
  for await (const piece of write({ title, columns, rows: batchesOf(rows, batchSize), signal })) {
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces);
}
