import { tmpdir } from 'node:os';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openScratch, smallRowsJson, type Scratch } from '../../../duckdb/index.ts';
import { inspectFile, type SourceFile } from '../../bytes/index.ts';
import type { Records, UnreadableRecord } from '../records.ts';

/** A folder for a test's files, which `remove` takes away. */
export async function temporaryFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'fluxion-records-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A file of these bytes. With `chunk` they come in pieces of so many. */
export async function fileOf(path: string, content: string | Uint8Array, chunk?: number): Promise<SourceFile> {
  await writeFile(path, content);
  const file = await inspectFile(path);
  return chunk === undefined ? file : { ...file, read: (signal) => inPieces(file.read(signal), chunk) };
}

async function* inPieces(blocks: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  for await (const block of blocks)
    for (let at = 0; at < block.length; at += size) yield Buffer.from(block.subarray(at, at + size));
}

/** What a delivery holds: its rows as `[line, ...texts]`, and what cannot be read. */
export interface Staged {
  readonly rows: readonly (readonly (string | null)[])[];
  readonly unreadable: readonly UnreadableRecord[];
  readonly records: number;
}

/** One for all, because to make one takes longer than most of what is done in it; it ends with the process. */
let scratch: Promise<Scratch> | undefined;

/** Stages all columns, or those told. */
export async function stageAll(records: Records, columns: readonly string[] = records.columns): Promise<Staged> {
  const { connection: duck } = await (scratch ??= openScratch({ folder: tmpdir() }));
  const unreadable: UnreadableRecord[] = [];
  const fields = columns.map((column, index) => ({ name: `f${index}`, column: records.columns.indexOf(column) }));
  try {
    const count = await records.stage({
      duck,
      table: '"raw"',
      fields,
      onUnreadable: (record) => unreadable.push(record),
    });
    const rows = await smallRowsJson(duck, 'SELECT * FROM "raw"');
    return { rows: rows.map((row) => Object.values(row).map(textOrNull)), unreadable, records: count };
  } finally {
    await duck.run('DROP TABLE IF EXISTS "raw"');
  }
}

function textOrNull(value: unknown): string | null {
  return value === null ? null : String(value);
}
