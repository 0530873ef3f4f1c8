import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { askTestSource } from '../testing/ask.ts';
import { FakeClock } from '#testing/fake-clock.ts';
import { sendJson, startRawTill, startTill } from '#testing/till.ts';

const once = { limits: { attempts: 1 } };

describe('a source that takes its time', () => {
  it('before the first byte', async () => {
    const clock = new FakeClock();
    const till = await startTill(() => {});
    const asking = askTestSource({ url: `${till.origin}/{date}`, ...once }, { clock });
    void clock.lapse(60_000);
    await expect(asking).rejects.toThrow('does not begin to answer for 60 s');
  });

  it('to let itself be connected to', async () => {
    const clock = new FakeClock();
    const till = await startTill(() => {});
    const asking = askTestSource({ url: `${till.origin}/{date}`, ...once }, { clock });
    void clock.lapse(10_000);
    await expect(asking).rejects.toThrow('cannot be connected to for 10 s');
    expect(till.asked).toEqual([]);
  });

  it.each([
    ['chunks without end', 'Transfer-Encoding: chunked', '6\r\n[[1],[\r\n'],
    ['a body without a length', 'Connection: close', '[[1],['],
  ])('in the middle of %s', async (_, header, body) => {
    const clock = new FakeClock();
    const till = await startRawTill((socket) => socket.write(`HTTP/1.1 200 OK\r\n${header}\r\n\r\n${body}`));
    const asking = askTestSource({ url: `${till.origin}/{date}`, ...once }, { clock });
    void clock.lapse(30_000).then(() => clock.lapse(30_000));
    await expect(asking).rejects.toThrow('stops in the middle of its answer for 30 s');
  });
});

it('is interrupted at once, and leaves no file', async () => {
  const controller = new AbortController();
  const till = await startTill(() => controller.abort(new Error('Ctrl-C')));
  await expect(askTestSource({ url: `${till.origin}/{date}` }, { signal: controller.signal })).rejects.toThrow(
    'Ctrl-C',
  );
});

describe('what is sent', () => {
  it('takes secrets from the environment, and shows none of them', async () => {
    const headers: unknown[] = [];
    const till = await startTill((request, response) => {
      headers.push([request.method, request.headers.authorization, request.headers.accept]);
      response.writeHead(404).end();
    });
    const asking = askTestSource(
      { url: `${till.origin}/{date}?key=\${KEY}`, headers: { Authorization: 'Bearer ${TILL_TOKEN}' } },
      { secrets: { TILL_TOKEN: 's3cret', KEY: 'a&b' } },
    );
    await expect(asking).rejects.toThrow(`answers HTTP 404 (${till.origin}/2024-05-01?key=\${KEY})`);
    expect(headers).toEqual([['GET', 'Bearer s3cret', 'application/json']]);
    expect(till.asked).toEqual(['/2024-05-01?key=a%26b']);
  });

  it('is refused where a secret is not set', async () => {
    const till = await startTill((_, response) => sendJson(response, []));
    const asking = askTestSource({ url: `${till.origin}/{date}`, headers: { 'X-Api-Key': '${TILL_KEY}' } });
    await expect(asking).rejects.toThrow('the source needs the environment variable TILL_KEY, which is not set');
    expect(till.asked).toEqual([]);
  });

  it('is a body, with what it is filled with escaped as its type wants', async () => {
    const bodies: string[] = [];
    const till = await startTill(async (request, response) => {
      let body = '';
      for await (const piece of request) body += String(piece);
      bodies.push(`${request.method} ${body}`);
      sendJson(response, []);
    });
    const post = (type: string, body: string) =>
      askTestSource({
        url: `${till.origin}/`,
        method: 'POST',
        headers: { 'Content-Type': type },
        body,
        stores: { T1: 'till "1"&co' },
      });
    await post('application/json', '{"query":"{ ventas { id } }","store":"{store}","day":"{date}"}');
    await post('application/x-www-form-urlencoded', 'store={store}&day={date:YYYYMMDD}');
    expect(bodies).toEqual([
      String.raw`POST {"query":"{ ventas { id } }","store":"till \"1\"&co","day":"2024-05-01"}`,
      'POST store=till%20%221%22%26co&day=20240501',
    ]);
  });

  it('goes to the host of a store', async () => {
    const till = await startTill((_, response) => sendJson(response, []));
    const answer = await askTestSource({
      url: 'http://{store}/{date}',
      stores: { T1: till.origin.slice('http://'.length) },
    });
    expect(answer.rows).toBe(0);
    await expect(askTestSource({ url: 'http://{store}/{date}', stores: { T1: 'a b/c' } })).rejects.toThrow(
      '"a b/c" cannot be part of a host name',
    );
  });
});

describe('redirects', () => {
  it('are followed on the same server', async () => {
    const till = await startTill(({ url }, response) => {
      if (url === '/there') sendJson(response, []);
      else response.writeHead(302, { Location: '/there' }).end();
    });
    expect((await askTestSource({ url: `${till.origin}/{date}` })).rows).toBe(0);
  });

  it('are not followed to another, which is told no secret', async () => {
    const other = await startTill((_, response) => sendJson(response, []));
    const till = await startTill((_, response) => response.writeHead(307, { Location: other.origin }).end());
    await expect(askTestSource({ url: `${till.origin}/{date}` })).rejects.toThrow(
      `sends on to ${other.origin}, which is another server and gets no secrets`,
    );
    expect(other.asked).toEqual([]);
  });

  it('do not go on for ever', async () => {
    const till = await startTill((_, response) => response.writeHead(301, { Location: '/' }).end());
    await expect(askTestSource({ url: `${till.origin}/{date}` })).rejects.toThrow('more than 5 times');
  });
});

describe('gzip', () => {
  const body = gzipSync('[{"a":1}]');

  it.each([
    ['that is told', { 'Content-Encoding': 'gzip' }, body],
    ['that is not told', {}, body],
    ['that is told of bytes that are none', { 'Content-Encoding': 'gzip' }, Buffer.from('[{"a":1}]')],
  ])('%s', async (_, headers, bytes) => {
    const till = await startTill((__, response) => response.writeHead(200, headers).end(bytes));
    expect(await askTestSource({ url: `${till.origin}/{date}` })).toMatchObject({ text: '{"a":1}\n', bytes: 9 });
  });
});
