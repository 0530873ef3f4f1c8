import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { askTestSource } from '../testing/ask.ts';
import { FakeClock } from '#testing/fake-clock.ts';
import { sendJson, startRawTill, startTill } from '#testing/till.ts';

const rows = [{ linea: 1, producto: 'P1' }];
const text = '{"linea":1,"producto":"P1"}\n';
const json = JSON.stringify(rows);

/** Writes an answer of HTTP as it stands. */
function send(socket: Socket, headers: readonly string[], body: string | Buffer): void {
  socket.write(Buffer.concat([Buffer.from(['HTTP/1.1 200 OK', ...headers, '', ''].join('\r\n')), Buffer.from(body)]));
}
const sendWhole = (socket: Socket) => send(socket, [`Content-Length: ${json.length}`], json);

/** Ways in which an answer breaks that may be over the next time, and what is said of them. */
const passing: Record<string, readonly [(socket: Socket) => unknown, string]> = {
  'closes at once': [(socket) => socket.end(), 'closes the connection without an answer'],
  'is reset': [(socket) => socket.resetAndDestroy(), 'closes the connection without an answer'],
  'is shorter than its Content-Length': [
    (socket) => (send(socket, ['Content-Length: 900'], json), socket.end()),
    `breaks off in the middle of its answer, after ${json.length} bytes`,
  ],
  'is longer than its Content-Length': [
    (socket) => send(socket, ['Content-Length: 5'], json),
    'answers with more bytes than its Content-Length says',
  ],
  'is longer than its Content-Length, and closed': [
    (socket) => send(socket, ['Content-Length: 2', 'Connection: close'], '[]{"error":1}'),
    'answers with more bytes than its Content-Length says',
  ],
  'is cut off between chunks': [
    (socket) => (send(socket, ['Transfer-Encoding: chunked'], '5\r\n[{"li\r\n'), socket.end()),
    'breaks off in the middle of its answer, after 5 bytes',
  ],
  'has broken chunks': [
    (socket) => send(socket, ['Transfer-Encoding: chunked'], '5\r\n[{"linea"\r\n'),
    'answers with broken HTTP (Parse Error: ',
  ],
  'has two lengths': [
    (socket) => send(socket, ['Transfer-Encoding: chunked', 'Content-Length: 3'], '5\r\nhello\r\n'),
    'answers with broken HTTP (Parse Error: ',
  ],
  'is not HTTP': [(socket) => socket.end('220 mail.example ESMTP\r\n'), 'does not answer in HTTP'],
  'is JSON that ends in the middle': [
    (socket) => send(socket, ['Content-Length: 9'], '[{"linea"'),
    'breaks off in the middle of its answer, after 9 bytes',
  ],
  'is JSON with something else in the middle': [
    (socket) => send(socket, ['Content-Length: 30'], '[{"linea":1},<b>Warning</b>:  ]'.slice(0, 30)),
    'answers with broken JSON: < is not expected there',
  ],
  'is gzip that is cut off': [
    (socket) => {
      const half = gzipSync(json).subarray(0, 24);
      send(socket, ['Content-Encoding: gzip', `Content-Length: ${half.length}`], half);
    },
    'answers with broken gzip',
  ],
  'says HTTP 500': [
    (socket) => socket.end('HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\nOops'),
    'answers HTTP 500: "Oops"',
  ],
};

describe('an answer that may be better the next time', () => {
  it.each(Object.entries(passing))('%s: it is asked for again, and what had come is forgotten', async (_, [answer]) => {
    const till = await startRawTill((socket, attempt) => (attempt < 4 ? answer(socket) : sendWhole(socket)));
    const clock = new FakeClock();
    const got = await askTestSource({ url: `${till.origin}/{date}` }, { clock });
    expect(got.text).toBe(text);
    expect(got.bytes).toBe(json.length);
    expect(clock.pauses).toHaveLength(3);
    clock.pauses.forEach((ms, index) => expect(ms).toBeLessThan(1000 * 2 ** index));
  });

  it.each(Object.entries(passing))('%s: after the last attempt it says so', async (_, [answer, sentence]) => {
    const till = await startRawTill(answer);
    const asking = askTestSource({ url: `${till.origin}/{date}`, limits: { attempts: 2 } });
    await expect(asking).rejects.toMatchObject({ code: 'HTTP_SOURCE_FAILED', passing: false });
    await expect(asking).rejects.toThrow(sentence);
    await expect(asking).rejects.toThrow(`; asked 2 times (${till.origin}/2024-05-01)`);
    expect(till.asked).toHaveLength(2);
  });

  it('is a page after others, of which nothing is asked for again', async () => {
    const till = await startTill(({ url }, response, attempt) => {
      if (attempt === 2) response.writeHead(503).end();
      else sendJson(response, url?.endsWith('p=3') === true ? [] : [{ page: url }]);
    });
    const { text: all } = await askTestSource({ url: `${till.origin}/{date}?p={page}`, pages: { by: 'number' } });
    expect(all).toBe('{"page":"/2024-05-01?p=1"}\n{"page":"/2024-05-01?p=2"}\n');
    expect(till.asked).toHaveLength(4);
  });

  it('is a server that nobody listens at', async () => {
    const asking = askTestSource({ url: 'http://127.0.0.1:1/{date}', limits: { attempts: 3 } });
    await expect(asking).rejects.toThrow('refuses the connection; asked 3 times (http://127.0.0.1:1/2024-05-01)');
  });
});

describe('Retry-After', () => {
  it.each([
    ['in seconds', '77', 77_000],
    ['as a date', 'Thu, 02 May 2024 12:01:30 GMT', 90_000],
  ])('is heeded %s', async (_, header, ms) => {
    const till = await startTill((__, response, attempt) => {
      if (attempt === 1) response.writeHead(429, { 'Retry-After': header }).end('slow down');
      else sendJson(response, rows);
    });
    const clock = new FakeClock();
    expect((await askTestSource({ url: `${till.origin}/{date}` }, { clock })).text).toBe(text);
    expect(clock.pauses).toEqual([ms]);
  });

  it('is not waited for where it is long', async () => {
    const till = await startTill((_, response) => response.writeHead(503, { 'Retry-After': '3600' }).end());
    const clock = new FakeClock();
    const asking = askTestSource({ url: `${till.origin}/{date}` }, { clock });
    await expect(asking).rejects.toThrow('answers HTTP 503; it wants to be left alone for 3600 s');
    expect({ pauses: clock.pauses, asked: till.asked.length }).toEqual({ pauses: [], asked: 1 });
  });
});

describe('an answer that would be the same the next time', () => {
  it.each([
    [401, 'answers HTTP 401 (its credentials are not accepted): "no"'],
    [403, 'answers HTTP 403 (its credentials do not allow this): "no"'],
    [404, 'answers HTTP 404: "no"'],
    [422, 'answers HTTP 422: "no"'],
  ])('HTTP %i is not asked for again', async (status, sentence) => {
    const till = await startTill((_, response) => response.writeHead(status).end('<h1>no</h1>'));
    await expect(askTestSource({ url: `${till.origin}/{date}` })).rejects.toThrow(sentence);
    expect(till.asked).toHaveLength(1);
  });

  it.each([
    ['nothing', '', 'answers with nothing at all'],
    ['blanks', ' \n', 'answers with nothing at all'],
    [
      'a page',
      '<!doctype html><title>502</title><script>x</script><p>Bad\n gateway',
      'answers with a page instead of JSON: "502 Bad gateway"',
    ],
    ['a text', 'Database is down', 'answers with a text instead of JSON: "Database is down"'],
    [
      'an error',
      '{"error":{"code":17,"text":"no licence"}}',
      'answers without rows: "{"code":17,"text":"no licence"}"',
    ],
    ['a message', '{"status":"ko","message":"no licence"}', 'answers without rows: "no licence"'],
    ['an object without rows', '{"total":0,"page":1}', 'answers without "datos.filas"; there is "total", "page"'],
    ['no list of rows', '{"datos":{"filas":null}}', 'answers with no list at "datos.filas"'],
    ['rows beside an error', '{"error":"timeout","datos":{"filas":[]}}', 'answers that something is wrong: "timeout"'],
    [
      'rows without success',
      '{"datos":{"filas":[]},"success":false,"mensaje":"cerrada"}',
      'answers that something is wrong: "cerrada"',
    ],
    ['another list', '[{"filas":[]}]', 'answers with a list that is not in an object at "datos.filas"'],
    ['null', 'null', 'answers with a text instead of JSON: "null"'],
  ])('%s with HTTP 200 is no empty day', async (_, body, sentence) => {
    const till = await startTill((__, response) => response.end(body));
    await expect(askTestSource({ url: `${till.origin}/{date}`, rows: 'datos.filas' })).rejects.toThrow(sentence);
    expect(till.asked).toHaveLength(1);
  });

  it.each([
    ['csv', '', 'answers with nothing at all'],
    ['csv', '\uFEFF\r\n', 'answers with nothing at all'],
    ['csv', '<html>Sorry</html>', 'answers with a page instead of rows: "Sorry"'],
    ['csv', '{"error":"x"}', 'answers with JSON instead of CSV'],
    ['ndjson', '', 'answers with nothing at all'],
    ['ndjson', '{"error":"no licence"}\n', 'answers that something is wrong: "no licence"'],
    ['ndjson', 'Sorry\n', 'answers with a text instead of NDJSON: "Sorry"'],
  ])('%s: %j', async (format, body, sentence) => {
    const till = await startTill((__, response) => response.end(body));
    await expect(askTestSource({ url: `${till.origin}/{date}`, format })).rejects.toThrow(sentence);
    expect(till.asked).toHaveLength(1);
  });

  it('an object where the rows are not told', async () => {
    const till = await startTill((_, response) => sendJson(response, { items: rows }));
    const asking = askTestSource({ url: `${till.origin}/{date}` });
    await expect(asking).rejects.toThrow('answers with an object; say where in it the rows are, in "rows"');
  });

  it('more bytes than are allowed, also where they are few before they are decompressed', async () => {
    const bomb = gzipSync(Buffer.alloc(3_000_000, ' '));
    const till = await startTill((_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb));
    const asking = askTestSource({ url: `${till.origin}/{date}`, limits: { megabytes: 2 } });
    await expect(asking).rejects.toThrow('answers with more than 2 MB; "limits.megabytes" allows more');
    expect(till.asked).toHaveLength(1);
  });

  it('an encoding that nobody asked for', async () => {
    const till = await startTill((_, response) => response.writeHead(200, { 'Content-Encoding': 'br' }).end('x'));
    await expect(askTestSource({ url: `${till.origin}/{date}` })).rejects.toThrow('answers in the encoding br');
  });
});
