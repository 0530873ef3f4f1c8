import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FluxionError } from '../../../base/index.ts';
import { sourceOf } from './source-of.ts';
import { sourceSchema } from './source-schema.ts';
import { filled } from './template.ts';

const url = 'https://{store}.example/ventas?dia={date}';
const define = (entry: object) =>
  sourceOf(
    'cajas',
    { feed: 'ventas', url, ...entry },
    (path, problem) => new FluxionError('INVALID_INPUT', `${path} ${problem}`),
  );

describe('a source', () => {
  it('needs no more than a feed and an address', () => {
    expect(define({})).toMatchObject({
      name: 'cajas',
      feed: 'ventas',
      method: 'GET',
      format: 'json',
      rows: [],
      paging: { by: 'none' },
      stores: { only: undefined, as: 'id' },
      schedule: { everyMinutes: 60, dailyAt: '03:00' },
      attempts: 5,
      limits: { connectMs: 10_000 },
      told: { feed: 'ventas', file: { format: 'ndjson' } },
    });
  });

  it('is understood as feed.json is', () => {
    const { told } = define({
      format: 'csv',
      delimiter: 'tab',
      timezone: 'America/Bogota',
      columns: { cantidad: 'qty' },
      constants: { costo_unitario: 0 },
      formats: { date: 'D/M/Y', decimal: ',' },
    });
    expect(told).toMatchObject({
      timezone: 'America/Bogota',
      columns: { cantidad: 'qty' },
      constants: { costo_unitario: '0' },
      values: { dateOrder: 'dmy', decimal: ',' },
      file: { format: 'csv', delimiter: '\t' },
    });
  });

  it.each([
    ['inventario', { url: 'http://a.example/{store}' }, { everyMinutes: 30 }],
    ['productos', { url: 'http://a.example/' }, { dailyAt: '03:00' }],
    ['ventas', { schedule: {} }, {}],
  ])('of %s has its schedule', (feed, entry, schedule) => {
    expect(define({ feed, ...entry }).schedule).toEqual(schedule);
  });

  it.each<readonly [object, string]>([
    [{ feed: undefined }, 'feed must be one of ventas'],
    [{ feed: 'venta' }, 'feed is no kind of feed: "venta" (did you mean "ventas"?)'],
    [{ header: true, haeders: {} }, 'haeders is not known (did you mean "headers"?)'],
    [{ store: 'T1' }, 'store is not known'],
    [{ url: 'ftp://{store}/{date}' }, 'url must begin with https:// or http://'],
    [{ url: 'https://me:pw@x.example/{store}/{date}' }, 'url must not hold a user and a password'],
    [{ url: 'https://x.example:port/{store}/{date}' }, 'url is no address'],
    [{ url: 'https://x.example/{tienda}/{date}' }, 'url has {tienda}, which is no placeholder'],
    [{ url: 'https://x.example/{stroe}/{date}' }, '(did you mean {store}?)'],
    [{ url: 'https://x.example/{store:YYYY}/{date}' }, 'url has {store:YYYY}: only dates have a form'],
    [
      { url: 'https://x.example/{store}/{date:DDMM}' },
      'url has {date:DDMM}: only dates have a form, of YYYY, MM and DD',
    ],
    [{ url: 'https://x.example/{date}' }, 'url lacks {store}: every store is asked for by itself'],
    [{ url: 'https://x.example/{store}' }, 'url lacks {date}: a source is asked for one day at a time'],
    [{ feed: 'productos' }, 'url has {store}, but productos are not of one store'],
    [{ body: '{}' }, 'body can only be sent with "method": "POST"'],
    [{ headers: { Authorization: 'Bearer abc' } }, 'headers.Authorization must take its secret from the environment'],
    [{ headers: { 'x-api-key': '1' } }, 'headers.x-api-key must take its secret from the environment'],
    [{ headers: { 'no header': '1' } }, 'headers.no header is no header that HTTP can carry'],
    [{ headers: { A: 'a\r\nB: b' } }, 'headers.A is no header that HTTP can carry'],
    [{ headers: { Host: 'b' } }, 'headers.Host is set by itself'],
    [{ pages: {} }, 'pages.by is missing'],
    [{ pages: { by: 'page' } }, 'pages.by must be "none" or "number" or "offset"'],
    [{ pages: { by: 'number' } }, 'url lacks {page}, by which pages are asked for'],
    [{ pages: { by: 'none' }, url: `${url}&p={page}` }, 'url has {page}, but "pages" does not go by it'],
    [{ pages: { by: 'number' }, url: `${url}&p={page}&n={size}` }, 'pages.size is missing: what is {size}?'],
    [{ pages: { by: 'offset' }, url: `${url}&p={offset}` }, 'pages.size is missing'],
    [{ pages: { by: 'cursor' }, url: `${url}&p={cursor}` }, 'pages.at is missing: where does a page tell the cursor?'],
    [{ pages: { by: 'link', at: 'x' } }, 'pages.at has no meaning where "by" is "link"'],
    [{ pages: { by: 'next', at: 'x' }, format: 'csv' }, 'pages.by can be "next" only in JSON'],
    [{ format: 'csv', rows: 'a' }, 'rows has a meaning only in JSON'],
    [{ columns: { cantidad: 3 } }, 'columns.cantidad must be a name: what JSON holds has no order'],
    [{ columns: { cantida: 'x' } }, 'columns.cantida is no field of the feed ventas (did you mean "cantidad"?)'],
    [{ stores: [] }, 'stores must be a list of stores'],
    [{ limits: { attempts: 0 } }, 'limits.attempts must be a whole number from 1 to 20'],
    [{ schedule: { dailyAt: '3:00' } }, 'schedule.dailyAt must be a time of the day as HH:MM'],
    [{ schedule: { everyMinutes: 1 } }, 'schedule.everyMinutes must be a whole number from 5 to 1440'],
  ])('%j is refused', (entry, sentence) => {
    expect(() => define(entry)).toThrow(sentence);
  });

  it('of one store need not say which', () => {
    expect(define({ url: 'http://10.0.0.5/{date}', stores: ['T1'] }).stores.only).toEqual(['T1']);
  });
});

describe('docs/sources.md', async () => {
  const text = await readFile(fileURLToPath(new URL('../../../../../../docs/sources.md', import.meta.url)), 'utf8');

  it('shows a description that can be used', () => {
    const [, example = ''] = /```json\n(.*?)```/s.exec(text) ?? [];
    expect(define(JSON.parse(example))).toMatchObject({
      paging: { by: 'number', size: 500 },
      told: { feed: 'ventas' },
    });
  });

  it('explains every entry', () => {
    const table = text.slice(text.indexOf('| entry'), text.indexOf('**Placeholders**'));
    expect(Object.keys(sourceSchema.properties).filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
    const limits = text.slice(text.indexOf('**Limits**'));
    expect(
      Object.keys(sourceSchema.properties.limits.properties).filter((name) => !limits.includes(`\`${name}\``)),
    ).toEqual([]);
  });
});

describe('a template', () => {
  it('never lets a value become part of anything but itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (store, secret) => {
        const filling = { values: { store, date: '2024-05-01' }, secrets: () => `${secret}!` };
        const text = filled('/{store}/{date}?k=${K}', filling, encodeURIComponent);
        expect(text).toBe(`/${encodeURIComponent(store)}/2024-05-01?k=${encodeURIComponent(`${secret}!`)}`);
      }),
    );
  });
});
