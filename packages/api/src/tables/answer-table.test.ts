import { once } from 'node:events';
import { request as send, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { endpoint, formatParameter, integerColumn, tableFormats, tableOf, textColumn } from '@fluxion/contract';
import type { Batch } from '@fluxion/engine/base';
import { Type } from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { prepareAnswers } from '../http/answers.ts';
import { createFramework } from '../http/framework.ts';
import type { Server, Services } from '../http/server-types.ts';
import { allAtOnce, cellsOf, declareTable, type TableAnswer } from './answer-table.ts';
import { mediaTypes } from './choose-format.ts';

const Numeros = tableOf({ n: integerColumn(), texto: textColumn() });
const listarNumeros = endpoint({
  id: 'listarNumeros',
  method: 'GET',
  path: '/numeros',
  summary: 'Números',
  tag: 'prueba',
  query: Type.Object({ ...formatParameter }, { additionalProperties: false }),
  answers: { 200: Type.Object({ datos: Type.Array(Numeros.row) }) },
  table: Numeros,
});

const batchRows = 2000;
const batchAt = (number: number): Batch =>
  Array.from({ length: batchRows }, (_, row) => [number * batchRows + row, `texto de la fila ${row}, que no es corto`]);

let app: Server;
let port: number;
let answer: TableAnswer;
let produced = 0;
let ended = false;
let audited: { formato: string; filas: number; fin: string }[] = [];

/** So many batches, of which one may fail. */
async function* batches(count: number, failsAt = -1) {
  try {
    for (let number = 0; number < count; number++) {
      if (number === failsAt) throw new Error('the database has gone');
      produced++;
      yield batchAt(number);
    }
  } finally {
    ended = true;
  }
}

const streamed = (rows: () => AsyncIterable<Batch>): TableAnswer => ({ page: async () => ({ datos: [] }), rows });

beforeAll(async () => {
  app = createFramework({});
  await prepareAnswers(app);
  const person = { id: '1', nombre: 'x', correo: 'x@x', rol: 'visualizador' } as const;
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    request.principal = { actor: person, stores: 'all', tokenId: 't', inPerson: true };
  });
  // All that is asked of it here is the audit log.
  const pool = {
    query: async (_: string, [deeds]: readonly unknown[]) => {
      for (const { detalle } of JSON.parse(String(deeds))) audited.push(detalle);
    },
  };
  declareTable(app, { pool } as unknown as Services, listarNumeros, 'signed in', () => answer);
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});
afterAll(() => app.close());
beforeEach(() => {
  [produced, ended, audited] = [0, false, []];
});

async function ask(query: string, headers: Record<string, string> = {}, method = 'GET'): Promise<IncomingMessage> {
  const request = send({ port, path: `/numeros${query}`, headers, method, agent: false }).end();
  // Of an answer that is broken off the answer tells.
  request.on('error', () => {});
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

const audit = () => expect.poll(() => audited, { timeout: 10_000 });

describe('rows as a file', () => {
  const files = tableFormats.filter((format) => format !== 'json');

  it.each(files)('come as %s, with their number behind them', async (format) => {
    answer = streamed(() => batches(3));
    const response = await ask(`?formato=${format}`);
    expect(response.headers['content-type']).toBe(mediaTypes[format]);
    expect(response.headers['content-disposition']).toMatch(/^attachment; filename="numeros\.[a-z]+"$/);
    expect((await buffer(response)).length).toBeGreaterThan(1000);
    expect(response.trailers).toEqual({ 'x-fluxion-filas': '6000' });
    await audit().toEqual([{ formato: format, consulta: { formato: format }, filas: 6000, fin: 'completa' }]);
    expect(ended).toBe(true);
  });

  it.each(files)('come as %s where there are none', async (format) => {
    answer = streamed(() => batches(0));
    const response = await ask('', { accept: mediaTypes[format] });
    expect(response.headers['content-type']).toBe(mediaTypes[format]);
    await buffer(response);
    expect(response.trailers).toEqual({ 'x-fluxion-filas': '0' });
  });

  it('come compressed to whoever takes them so', async () => {
    answer = streamed(() => batches(3));
    const response = await ask('?formato=csv', { 'accept-encoding': 'gzip' });
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(response.headers.vary).toMatch(/accept\b.*accept-encoding/i);
    expect(
      gunzipSync(await buffer(response))
        .toString()
        .split('\r\n'),
    ).toHaveLength(6002);
    expect(response.trailers).toEqual({ 'x-fluxion-filas': '6000' });
  });

  it('have the name and the columns that only the answer knows', async () => {
    const table = tableOf({ otra: textColumn() });
    answer = { ...allAtOnce(table, [{ otra: 'a' }]), name: 'pedido-7', table };
    const response = await ask('?formato=csv');
    expect(response.headers['content-disposition']).toBe('attachment; filename="pedido-7.csv"');
    expect((await buffer(response)).toString()).toBe('otra\r\na\r\n');
  });

  it('are not read for a HEAD', async () => {
    answer = streamed(() => batches(3));
    const response = await ask('?formato=xlsx', {}, 'HEAD');
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-disposition']).toBe('attachment; filename="numeros.xlsx"');
    expect(produced).toBe(0);
  });
});

describe('rows that cannot be answered', () => {
  it('are refused as no format that there is', async () => {
    const response = await ask('', { accept: 'image/png' });
    expect(response.statusCode).toBe(406);
    expect(JSON.parse((await buffer(response)).toString())).toMatchObject({ codigo: 'NOT_ACCEPTABLE' });
  });

  it.each(['csv', 'xlsx', 'parquet', 'arrow', 'ndjson'])(
    'are a problem and no %s if they fail at once',
    async (format) => {
      answer = streamed(() => batches(3, 0));
      const response = await ask(`?formato=${format}`);
      expect(response.statusCode).toBe(500);
      expect(response.headers).not.toHaveProperty('content-disposition');
      expect(JSON.parse((await buffer(response)).toString())).toMatchObject({ codigo: 'INTERNAL' });
      expect(audited).toEqual([]);
    },
  );
});

describe('an export that is broken off', () => {
  it.each([
    ['csv', 'identity'],
    ['csv', 'gzip'],
    ['ndjson', 'identity'],
    ['xlsx', 'identity'],
    ['arrow', 'identity'],
  ])('as %s, %s, ends the connection with an error', async (format, encoding) => {
    answer = streamed(() => batches(60, 50));
    const response = await ask(`?formato=${format}`, { 'accept-encoding': encoding });
    expect(response.statusCode).toBe(200);
    await expect(buffer(response)).rejects.toThrow(/aborted|ECONNRESET/);
    await audit().toEqual([expect.objectContaining({ fin: 'fallida' })]);
  });

  it('is no whole file to a reader of HTTP/1.0 either, for which a connection that ends is the end', async () => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    // It fails when all is read: what a reset overtakes, a socket of Node may take for the end.
    answer = streamed(async function* rows() {
      yield batchAt(0);
      await expect.poll(() => text.endsWith('\r\n') && text.includes('\n1999,')).toBe(true);
      throw new Error('the database has gone');
    });
    socket.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    socket.write('GET /numeros?formato=csv HTTP/1.0\r\nHost: x\r\n\r\n');
    const [error] = await once(socket, 'error');
    expect(error).toMatchObject({ code: 'ECONNRESET' });
  });

  it('differs from a whole one, which HTTP/1.0 gets without pieces', async () => {
    answer = streamed(() => batches(1));
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /numeros?formato=csv HTTP/1.0\r\nHost: x\r\n\r\n');
    const [head = '', body = ''] = (await buffer(socket)).toString().split('\r\n\r\n');
    expect(head.toLowerCase()).not.toContain('chunked');
    expect(body.split('\r\n')).toHaveLength(batchRows + 2);
    expect(body.startsWith('n,texto\r\n0,')).toBe(true);
  });

  it('by its reader ends the reading of its rows', async () => {
    answer = streamed(() => batches(1_000_000));
    const response = await ask('?formato=csv');
    await once(response, 'readable');
    response.destroy();
    await audit().toEqual([expect.objectContaining({ fin: 'abandonada' })]);
    await expect.poll(() => ended, { timeout: 10_000 }).toBe(true);
  });

  it.each(['identity', 'gzip'])('waits for a reader that takes nothing: %s', async (encoding) => {
    answer = streamed(() => batches(1_000_000));
    const response = await ask('?formato=xlsx', { 'accept-encoding': encoding });
    // Until it stands still: sockets and streams hold some megabytes.
    for (let [before, still] = [-1, 0]; still < 20; still = produced === before ? still + 1 : 0) {
      before = produced;
      await pause(20);
    }
    // A batch is more than 100 kB as XML.
    expect(produced).toBeLessThan(2000);
    response.destroy();
    await expect.poll(() => ended, { timeout: 10_000 }).toBe(true);
  });
});

describe('rows that are all there', () => {
  it('are a page beside what else is told, and in the order of columns in files', async () => {
    const rows = [{ texto: 'a', n: 1 }];
    answer = allAtOnce(Numeros, rows, { total: 1 });
    expect(await answer.page()).toEqual({ total: 1, datos: rows });
    expect(cellsOf(Numeros, { texto: 'a', n: 1 })).toEqual([1, 'a']);
    const response = await ask('?formato=csv');
    expect((await buffer(response)).toString()).toBe('n,texto\r\n1,a\r\n');
  });
});
