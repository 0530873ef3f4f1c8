import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { askTestSource } from '../testing/ask.ts';
import { sendJson, startTill } from '#testing/till.ts';

const sale = (line: number) => ({ linea: line, producto: `P${line}`, cantidad: 1 });
const all = Array.from({ length: 7 }, (_, index) => sale(index + 1));
const text = all.map((row) => `${JSON.stringify(row)}\n`).join('');

function parameter(url: string | undefined, name: string): string {
  return new URL(url ?? '', 'http://till').searchParams.get(name) ?? '';
}

describe('pages', () => {
  it('are one where nothing else is said', async () => {
    const till = await startTill((_, response) => sendJson(response, all));
    const { rows, bytes, digest, ...answer } = await askTestSource({
      url: `${till.origin}/ventas?tienda={store}&dia={date}`,
    });
    expect(answer.text).toBe(text);
    expect({ rows, asked: till.asked }).toEqual({ rows: 7, asked: ['/ventas?tienda=T1&dia=2024-05-01'] });
    const body = JSON.stringify(all);
    expect({ bytes, digest }).toEqual({ bytes: body.length, digest: createHash('sha256').update(body).digest('hex') });
  });

  it('by number end with one that is not full', async () => {
    const till = await startTill(({ url }, response) => {
      const page = Number(parameter(url, 'p'));
      sendJson(response, { datos: { filas: all.slice((page - 1) * 3, page * 3) } });
    });
    const answer = await askTestSource({
      url: `${till.origin}/ventas?dia={date:DD/MM/YYYY}&p={page}&n={size}`,
      rows: 'datos.filas',
      pages: { by: 'number', size: 3 },
    });
    expect(answer.text).toBe(text);
    expect(till.asked).toEqual([1, 2, 3].map((page) => `/ventas?dia=01%2F05%2F2024&p=${page}&n=3`));
  });

  it('by number from 0 end with an empty one where their size is not known', async () => {
    const till = await startTill(({ url }, response) => {
      const page = Number(parameter(url, 'p'));
      sendJson(response, all.slice(page * 3, page * 3 + 3));
    });
    const answer = await askTestSource({ url: `${till.origin}/{date}?p={page}`, pages: { by: 'number', from: 0 } });
    expect(answer.text).toBe(text);
    expect(till.asked).toHaveLength(4);
  });

  it('go by offset', async () => {
    const till = await startTill(({ url }, response) => {
      const offset = Number(parameter(url, 'offset'));
      sendJson(response, all.slice(offset, offset + Number(parameter(url, 'limit'))));
    });
    const answer = await askTestSource({
      url: `${till.origin}/{date}/{date_next}?offset={offset}&limit={size}`,
      pages: { by: 'offset', size: 7 },
    });
    expect(answer.text).toBe(text);
    expect(till.asked).toEqual([0, 7].map((offset) => `/2024-05-01/2024-05-02?offset=${offset}&limit=7`));
  });

  it.each([
    ['a text', '{"next":"a b&c"}', 'a b&c', '{"next":null}'],
    ['a number that JavaScript would round', '{"next":90071992547409931}', '90071992547409931', '{}'],
  ])('go by cursor, which the first has none of: %s', async (_, meta, cursor, last) => {
    const till = await startTill(({ url }, response) => {
      const second = parameter(url, 'cursor') === cursor;
      const rows = JSON.stringify(second ? all.slice(4) : all.slice(0, 4));
      response.end(`{"meta":${second ? last : meta},"rows":${rows}}`);
    });
    const answer = await askTestSource({
      url: `${till.origin}/ventas?cursor={cursor}&dia={date}`,
      rows: 'rows',
      pages: { by: 'cursor', at: 'meta.next' },
    });
    expect(answer.text).toBe(text);
    expect(till.asked).toEqual([
      '/ventas?dia=2024-05-01',
      `/ventas?cursor=${encodeURIComponent(cursor)}&dia=2024-05-01`,
    ]);
  });

  it('go by the header Link, and an empty one between others is not the last', async () => {
    const till = await startTill(({ url }, response) => {
      const page = Number(parameter(url, 'page') || '1');
      const link =
        page === 3
          ? '</x?page=1>; rel="first"'
          : `</x?page=1>; rel=first, </x?page=${page + 1}>; title="a, b"; rel="next last"`;
      sendJson(response, page === 2 ? [] : page === 1 ? all.slice(0, 3) : all.slice(3), { Link: link });
    });
    const answer = await askTestSource({ url: `${till.origin}/ventas/{date}`, pages: { by: 'link' } });
    expect(answer.text).toBe(text);
    expect(till.asked).toEqual(['/ventas/2024-05-01', '/x?page=2', '/x?page=3']);
  });

  it('go by the next address that a page tells before its rows', async () => {
    const till = await startTill(({ url }, response) => {
      const second = url?.endsWith('2') === true;
      sendJson(response, {
        paging: second ? {} : { next: '/ventas/2' },
        results: second ? all.slice(3) : all.slice(0, 3),
      });
    });
    const answer = await askTestSource({
      url: `${till.origin}/ventas/{date}`,
      rows: 'results',
      pages: { by: 'next', at: 'paging.next' },
    });
    expect(answer.text).toBe(text);
  });

  it('of CSV become one file with one header', async () => {
    const till = await startTill(({ url }, response) => {
      const page = Number(parameter(url, 'p'));
      const rows = ['1;P1', '2;"P 2\nñ"', '3;P3'].slice((page - 1) * 2, page * 2);
      response.end(`\uFEFFlinea;producto\r\n${rows.join('\r\n')}`);
    });
    const answer = await askTestSource({
      url: `${till.origin}/{date}?p={page}`,
      format: 'csv',
      pages: { by: 'number' },
    });
    expect(answer.text).toBe('\uFEFFlinea;producto\r\n1;P1\r\n2;"P 2\nñ"\n3;P3\n');
    expect(till.asked).toHaveLength(3);
  });

  it('of NDJSON end with one of no bytes', async () => {
    const till = await startTill(({ url }, response) => {
      const page = Number(parameter(url, 'p'));
      response.end(
        all
          .slice((page - 1) * 4, page * 4)
          .map((row) => JSON.stringify(row))
          .join('\n'),
      );
    });
    const answer = await askTestSource({
      url: `${till.origin}/{date}?p={page}`,
      format: 'ndjson',
      pages: { by: 'number' },
    });
    expect(answer.text).toBe(text);
    expect(till.asked).toHaveLength(3);
  });
});

describe('a source that goes round in circles', () => {
  it('because it does not heed the page', async () => {
    const till = await startTill((_, response) => sendJson(response, { at: Date.now() + Math.random(), rows: all }));
    const asking = askTestSource({
      url: `${till.origin}/{date}?p={page}`,
      rows: 'rows',
      pages: { by: 'number', size: 7 },
    });
    await expect(asking).rejects.toThrow(
      `gives the same page again as page 2: it does not heed which one is asked for (${till.origin}/2024-05-01?p=2, page 2)`,
    );
    expect(till.asked).toHaveLength(2);
  });

  it('because its cursor does not go on', async () => {
    const till = await startTill((_, response) => sendJson(response, { next: 'A', rows: all }));
    const asking = askTestSource({
      url: `${till.origin}/{date}?c={cursor}`,
      rows: 'rows',
      pages: { by: 'cursor', at: 'next' },
    });
    await expect(asking).rejects.toThrow('it names the same cursor for its next page again');
    expect(till.asked).toHaveLength(2);
  });

  it('or never ends', async () => {
    const till = await startTill((_, response) => sendJson(response, [sale(Math.random())]));
    const asking = askTestSource({
      url: `${till.origin}/{date}?p={page}`,
      pages: { by: 'number' },
      limits: { pages: 20 },
    });
    await expect(asking).rejects.toThrow('has more than 20 pages; "limits.pages" allows more');
    expect(till.asked).toHaveLength(20);
  });

  it('or leads to another server, which is told no secret', async () => {
    const other = await startTill((_, response) => sendJson(response, []));
    const till = await startTill((_, response) => sendJson(response, { next: `${other.origin}/x`, rows: all }));
    const asking = askTestSource({ url: `${till.origin}/{date}`, rows: 'rows', pages: { by: 'next', at: 'next' } });
    await expect(asking).rejects.toThrow(
      `names ${other.origin} for its next page, which is another server; it is not asked`,
    );
    expect(other.asked).toEqual([]);
  });
});
