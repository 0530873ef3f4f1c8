import { expect, it } from 'vitest';
import { chooseFormat } from './choose-format.ts';

const choose = (accept: string | undefined, formato?: string) =>
  chooseFormat({ headers: accept === undefined ? {} : { accept }, query: formato === undefined ? {} : { formato } });

it.each([
  [undefined, 'json'],
  ['', 'json'],
  ['*/*', 'json'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', 'json'],
  ['application/json, text/csv', 'json'],
  ['text/csv', 'csv'],
  ['TEXT/CSV; charset=utf-8', 'csv'],
  ['text/*', 'csv'],
  ['text/csv, */*;q=0.1', 'csv'],
  ['application/json;q=0.5, text/csv;q=0.7', 'csv'],
  ['application/json;q=0.5,text/csv;q=0.500', 'json'],
  ['application/*;q=0.2, application/x-ndjson', 'ndjson'],
  ['application/json;q=0, */*', 'ndjson'],
  ['application/vnd.ms-excel', 'excel'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.apache.parquet;q=0.9, application/vnd.apache.arrow.stream', 'arrow'],
  ['image/png, application/vnd.apache.parquet', 'parquet'],
  ['text/csv;q=bad', 'csv'],
  [', ,text/csv,,', 'csv'],
])('answers Accept: %s with %s', (accept, format) => {
  expect(choose(accept)).toBe(format);
});

it.each(['image/png', 'text/html', '*/*;q=0', 'application/json;q=0', 'text/csv;q=0.0, text/*;q=0', 'nonsense'])(
  'has nothing for Accept: %s',
  (accept) => {
    expect(() => choose(accept)).toThrow(expect.objectContaining({ problem: 'NOT_ACCEPTABLE' }));
  },
);

it('goes by formato whatever Accept says', () => {
  expect(choose('image/png', 'csv')).toBe('csv');
  expect(choose('text/csv', 'json')).toBe('json');
});
