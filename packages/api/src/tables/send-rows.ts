import { Readable } from 'node:stream';
import type { Table } from '@fluxion/contract';
import type { Batch } from '@fluxion/engine/base';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../context/request-context.ts';
import { mediaTypes } from './choose-format.ts';
import { contentDisposition, fileName } from './file-name.ts';
import { columnsOf, fileFormats, type FileFormat } from './formats/index.ts';

/** A reader that takes nothing for so long is gone: what it holds is a connection to the database, and an old snapshot there. */
const stalledAfterMs = 120_000;

export interface SentRows {
  readonly ctx: RequestContext;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** What the rows are, in the file's name. */
  readonly name: string;
  readonly table: Table;
  readonly rows: AsyncIterable<Batch>;
  readonly format: FileFormat;
}

/**
 * Breaks the answer off so that nobody takes what came for the whole: a reset, since to a reader of HTTP/1.0 a connection
 * that is closed means that all has come.
 */
function breakOff({ raw }: FastifyReply): void {
  // Where requests are injected there is no connection.
  if (raw.socket !== null && 'resetAndDestroy' in raw.socket) raw.socket.resetAndDestroy();
  raw.destroy();
}

/** The pieces of a file, of which the first one is there. What they fail with breaks the answer off. */
async function* pieces(
  first: IteratorResult<string | Uint8Array>,
  rest: AsyncIterator<string | Uint8Array>,
  failed: (error: unknown) => void,
): AsyncGenerator<string | Uint8Array> {
  try {
    for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
  } catch (error) {
    failed(error);
    throw error;
  }
}

/**
 * Streams the rows as a file, as fast as its reader takes them. What fails before the first piece is there is answered as a
 * problem; what fails later breaks the connection. At the end, whatever it was, the export is written to the audit log.
 */
export async function sendRows({ ctx, request, reply, name, table, rows, format }: SentRows): Promise<FastifyReply> {
  const { extension, write } = fileFormats[format];
  const headers = {
    'content-type': mediaTypes[format],
    'content-disposition': contentDisposition(`${fileName(name, request.query as object)}.${extension}`),
  };
  if (request.method === 'HEAD') return reply.headers(headers).send();
  let count = 0;
  async function* counted() {
    for await (const batch of rows) {
      count += batch.length;
      yield batch;
    }
  }
  const file = { title: name, columns: columnsOf(table), rows: counted(), signal: ctx.signal };
  const rest = write(file)[Symbol.asyncIterator]();
  const first = await rest.next();
  if (ctx.signal.aborted) await rest.return?.();
  ctx.signal.throwIfAborted();
  let failed = false;
  const body = Readable.from(
    pieces(first, rest, (error) => {
      failed = true;
      if (!ctx.signal.aborted) request.log.error({ err: error }, 'an export was broken off');
      breakOff(reply);
    }),
  );
  reply.raw.setTimeout(stalledAfterMs, () => breakOff(reply));
  let written = false;
  reply.raw.once('finish', () => {
    written = true;
  });
  reply.raw.once('close', () => {
    // A stream that nobody has begun to read would not end what it reads.
    rest.return?.().catch(() => {});
    const end = failed ? 'fallida' : written ? 'completa' : 'abandonada';
    const detail = { formato: format, consulta: request.query, filas: count, fin: end };
    ctx.audit({ action: 'exportar', object: request.url.split('?', 1).join(''), detail }).catch((error: unknown) => {
      request.log.error({ err: error }, 'an export could not be written to the audit log');
    });
  });
  // HTTP/1.0 has no pieces, and so nothing behind them.
  if (request.raw.httpVersion !== '1.0') reply.trailer('x-fluxion-filas', async () => String(count));
  return reply.headers(headers).send(body);
}
