import { Readable } from 'node:stream';
import type { Table, TableFormat } from '@fluxion/contract';
import type { Batch } from '@fluxion/engine/base';
import type { FastifyReply } from 'fastify';
import { mediaTypes } from './choose-format.ts';

export interface SentRows {
  /** What the file is called, without its ending. */
  readonly name: string;
  readonly table: Table;
  readonly rows: AsyncIterable<Batch>;
  readonly format: TableFormat;
}

async function* ndjson(table: Table, rows: AsyncIterable<Batch>): AsyncGenerator<string> {
  const names = Object.keys(table.columns);
  for await (const batch of rows) {
    yield batch
      .map((row) => `${JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i]])))}\n`)
      .join('');
  }
}

/** Streams the rows as a file. */
export function sendRows(reply: FastifyReply, { table, rows, format }: SentRows): FastifyReply {
  return reply.type(mediaTypes[format]).send(Readable.from(ndjson(table, rows)));
}
