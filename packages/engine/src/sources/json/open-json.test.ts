import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileFormat } from '../description/description.ts';
import { fileOf, stageAll, temporaryFolder } from '../records/testing/staged-rows.ts';
import { openJson } from './index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const open = async (content: string | Uint8Array, format: FileFormat = {}, name = 'ventas.dat') =>
  openJson(await fileOf(join(folder.path, name), content), format);

describe('NDJSON', () => {
  it('keeps numbers as they are written, and texts as they are meant', async () => {
    const records = await open(
      '{"n":12.30,"e":1e3,"t":"a\\u00f1\\ud83d\\ude00\\"\\n","b":true,"x":null,"s":"","o":{"rif":"J-1","a":[1, 2]}}\n' +
        '{"t":"ñ","n":-0.000000000000000001}\r\n\n{"e":123456789012345678901234567890.10,"b":false}',
    );
    expect(records.format).toBe('ndjson');
    expect(records.columns).toEqual(['n', 'e', 't', 'b', 'x', 's', 'o.rif', 'o.a']);
    expect(await stageAll(records)).toEqual({
      rows: [
        ['1', '12.30', '1e3', 'añ😀"\n', 'true', null, null, 'J-1', '[1, 2]'],
        ['2', '-0.000000000000000001', null, 'ñ', null, null, null, null, null],
        ['4', null, '123456789012345678901234567890.10', null, 'false', null, null, null, null],
      ],
      unreadable: [],
      records: 3,
    });
  });

  it('finds keys with dots, escapes and repetitions, and a column asked for twice', async () => {
    const records = await open('{"a.b":1,"\\u00e9":2,"z":1,"z":3,"q":9}\n{"a":{"b":4},"é":5,"a":{"b":6}}\n');
    const staged = await stageAll(records, ['a.b', 'é', 'z', 'a.b']);
    expect(staged.rows).toEqual([
      ['1', '1', '2', '3', '1'],
      ['2', '6', '5', null, '6'],
    ]);
  });

  it('gives the text of a whole object beside a value in it', async () => {
    const records = await open('{"c":"x"}\n{"c":{"r":"\\u0041","s":1}}\n');
    expect((await stageAll(records, ['c', 'c.r'])).rows).toEqual([
      ['1', 'x', null],
      ['2', '{"r":"\\u0041","s":1}', 'A'],
    ]);
  });

  it.each([
    ['{"a":1', 'is not valid JSON: it ends before its object does'],
    ['{"a":1 "b":2}', 'is not valid JSON: a comma or } is missing at byte 8'],
    ['{"a" 1}', 'is not valid JSON: a colon is missing at byte 6'],
    ['{a:1}', 'is not valid JSON: a key in quotes should begin at byte 2'],
    ['{"a":1,}', 'is not valid JSON: a key in quotes should begin at byte 8'],
    ['{"a":}', 'is not valid JSON: a value is missing at byte 6'],
    ['{"a":NaN}', 'is not valid JSON: NaN is not a JSON value at byte 6'],
    ['{"a":007}', 'is not valid JSON: 007 is not a JSON value at byte 6'],
    ['{"a":1.}', 'is not valid JSON: 1. is not a JSON value at byte 6'],
    ['{"a":[1,2}', 'is not valid JSON: a comma or ] is missing at byte 10'],
    ['{"a":"\t"}', 'is not valid JSON: a line break, tab or other control character inside a text at byte 7'],
    ['{"a":"\\x"}', 'is not valid JSON: a backslash before a character that needs none at byte 7'],
    ['{"a":"\\u12g4"}', 'is not valid JSON: \\u without 4 hexadecimal digits at byte 7'],
    ['{"a":"\\u0000"}', 'is not valid JSON: a NUL character at byte 7'],
    ['{"a":"\0"}', 'is not valid JSON: a NUL byte at byte 7'],
    ['{"a":1}\0', 'has something behind its object'],
    ['{"a":1}{"a":2}', 'has something behind its object'],
    [`{"a":${'['.repeat(300)}${']'.repeat(300)}}`, 'is not valid JSON: arrays are nested deeper than 200 at byte 206'],
    ['[1]', 'is not a JSON object'],
    ['hola', 'is not a JSON object'],
  ])('tells the line of %s', async (text, reason) => {
    const records = await open(`{"a":1}\n${text}\n{"a":3}\n`, { format: 'ndjson' });
    const staged = await stageAll(records);
    expect(staged).toEqual({
      rows: [
        ['1', '1'],
        ['3', '3'],
      ],
      unreadable: [{ line: 2, reason, text }],
      records: 3,
    });
    expect(await records.textOf(new Set([2, 3]))).toEqual(
      new Map([
        [2, text],
        [3, '{"a":3}'],
      ]),
    );
  });

  it('tells a line that is not UTF-8', async () => {
    const lines = [Buffer.from('{"a":"ñ"}\n{"a":"'), Buffer.from([0xf1]), Buffer.from('"}\n{"a":"é"}\n')];
    const staged = await stageAll(await open(Buffer.concat(lines)));
    expect(staged.rows.map(([line]) => line)).toEqual(['1', '3']);
    expect(staged.unreadable).toEqual([{ line: 2, reason: 'is not valid UTF-8', text: '{"a":"\ufffd"}' }]);
  });

  it('passes over a line of many megabytes', async () => {
    const long = `{"a":"${'x'.repeat(5_000_000)}"}`;
    const staged = await stageAll(await open(`{"a":1}\n${long}\n{"a":3}\n${long}`));
    expect(staged.rows.map(([line]) => line)).toEqual(['1', '3']);
    expect(staged.unreadable.map(({ line, reason, text }) => [line, reason, text.length])).toEqual([
      [2, 'is longer than 1 MiB', 4096],
      [4, 'is longer than 1 MiB', 4096],
    ]);
  });

  it('reads UTF-16 and Windows-1252', async () => {
    const utf16 = await stageAll(await open(Buffer.from('\ufeff{"a":"ñ"}\n{"a":"é"}\n', 'utf16le')));
    expect(utf16.rows).toEqual([
      ['1', 'ñ'],
      ['2', 'é'],
    ]);
    const western = await open(Buffer.from('{"a":"a\xf1o"}\n', 'latin1'));
    expect(western.recognised).toMatchObject({ encoding: 'windows-1252' });
    expect((await stageAll(western)).rows).toEqual([['1', 'año']]);
  });

  it.each([
    ['{"a":1}\n{"a":2,"b', 'SOURCE_CORRUPT', 'breaks off in the middle of line 2'],
    ['\n \n', 'FEED_UNREADABLE', 'has only empty lines'],
    ['[1]\n[2]\n', 'FEED_UNREADABLE', 'the one in line 1 is not a JSON object'],
  ])('refuses %j', async (content, code, message) => {
    const staged = open(content, { format: 'ndjson' }).then((records) => stageAll(records));
    await expect(staged).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });
});

describe('a JSON document', () => {
  const pretty =
    '{\n "meta": {"n": 2, "otros": []},\n "ventas": [\n  {"a": 1},\n  {"a": "x"}, 7,\n\n  {"a": NaN}],\n "fin": [1, {"]": 1}]\n}\n';

  it('finds the one array of objects, and numbers records by their lines', async () => {
    const records = await open(pretty);
    expect(records.recognised).toEqual({ encoding: 'utf-8', rows: 'ventas' });
    const staged = await stageAll(records);
    expect(staged.rows).toEqual([
      ['4', '1'],
      ['5', 'x'],
    ]);
    expect(staged.unreadable.map(({ line, reason }) => [line, reason])).toEqual([
      [6, 'is not a JSON object'],
      [7, 'is not valid JSON: NaN is not a JSON value at byte 7'],
    ]);
    expect(staged.records).toBe(4);
  });

  it('gives records that share their line the numbers of those behind it', async () => {
    const records = await open('[{"a":1},{"a":2},{"a":3}]');
    expect(records.recognised).toMatchObject({ rows: 'the document' });
    expect((await stageAll(records)).rows).toEqual([
      ['1', '1'],
      ['2', '2'],
      ['3', '3'],
    ]);
    expect(await records.textOf(new Set([3]))).toEqual(new Map([[3, '{"a":3}']]));
  });

  it('takes the rows that are told, compressed too', async () => {
    const content = gzipSync('{"x":[{"a":1}],"data":{"items":[{"a":2}],"more":[{"a":3}]}}');
    expect((await stageAll(await open(content, { rows: 'data.items' }))).rows).toEqual([['1', '2']]);
  });

  it('is empty if its array is', async () => {
    for (const content of ['[]', '{"data": [], "page": 1}']) {
      const records = await open(content);
      expect(records.columns).toEqual([]);
      expect(await stageAll(records)).toEqual({ rows: [], unreadable: [], records: 0 });
    }
  });

  it('passes over objects and other values of many megabytes', async () => {
    const long = 'x'.repeat(3_000_000);
    const content = `{"${'k'.repeat(100)}":"${long}","v":[{"a":1},{"a":"${long}"},{"a":3}],"w":{"${long.slice(0, 999)}":[${long.replaceAll('x', '1,')}1]}}`;
    const staged = await stageAll(await open(content));
    expect(staged.rows.map(([, text]) => text)).toEqual(['1', '3']);
    expect(staged.unreadable.map(({ line, reason }) => [line, reason])).toEqual([[2, 'is longer than 1 MiB']]);
  });

  it.each([
    ['{"v":[{"a":1}', 'SOURCE_CORRUPT', 'breaks off in the middle'],
    ['[{"a":1},{"a":', 'SOURCE_CORRUPT', 'breaks off in the middle'],
    ['[{"a":1},', 'SOURCE_CORRUPT', 'breaks off in the middle'],
    ['[\n{"a":1},\n{"a" 2}]', 'SOURCE_CORRUPT', 'a colon is missing at byte 6 of the object in line 3'],
    ['[{"a":1}\n{"a":2}]', 'SOURCE_CORRUPT', '] is missing in line 2'],
    ['[{"a":1}] x', 'SOURCE_CORRUPT', 'something behind its end in line 1'],
    ['{"a":[{"x":1}],"b":[{"y":1}]}', 'FEED_AMBIGUOUS', 'say which with --rows a, or "rows" in feed.json: a, b.'],
    ['{"d":{"a":[{"x":1}],"b":[]}}', 'FEED_AMBIGUOUS', 'no array of rows at its top level; say which with --rows d.a'],
    ['{"error":"token"}', 'FEED_UNREADABLE', 'without any array of rows'],
    ['<html></html>', 'FEED_UNREADABLE', 'begins with neither { nor ['],
  ])('refuses %j', async (content, code, message) => {
    const format: FileFormat = content.startsWith('{"error') ? { format: 'json' } : {};
    const staged = open(content, format).then((records) => stageAll(records));
    await expect(staged).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('refuses rows that are not where it was told', async () => {
    const message = expect.stringContaining('has no array of rows at data.items');
    for (const content of ['{"data":{"items":null}}', '{"data":[]}', '[]'])
      await expect(open(content, { rows: 'data.items' })).rejects.toMatchObject({ code: 'FEED_UNREADABLE', message });
  });

  it('tells lines from a document by what it holds, and only in doubt by its name', async () => {
    const formatOf = async (content: string, name?: string) => (await open(content, {}, name)).format;
    expect(await formatOf('{"a":1}\n{"a":2}\n', 'x.json')).toBe('ndjson');
    expect(await formatOf('{"a":1}\n', 'x.json')).toBe('ndjson');
    expect(await formatOf('{\n"v":[{"a":1}]}', 'x.ndjson')).toBe('json');
    expect(await formatOf('{"n":1,"items":[{"a":1}]}', 'x.json')).toBe('json');
    expect(await formatOf('{"n":1,"items":[{"a":1}]}', 'x.jsonl')).toBe('ndjson');
  });
});

describe('objects with lines of their own', () => {
  const receipts =
    '{"numero":"F\\u00311","items":[{"codigo":"a","cant":1.50},{"codigo":"b\\n"}],"rif":{"n":7}}\n' +
    '{"numero":"F2","items":[]}\n{"numero":"F3","items":[{"codigo":"c"},null,{"cant":3}]}\n{"numero":"F4"}\n' +
    '{"items":{"codigo":"d"},"numero":"F5"}\n';

  it('makes each of them a record that repeats what is beside them', async () => {
    const records = await open(receipts);
    expect(records.columns).toEqual(['numero', 'items.codigo', 'items.cant', 'rif.n']);
    expect(records.names).toEqual(['numero', 'codigo', 'cant', 'rif.n']);
    expect(records.recognised['nested']).toContain('items');
    const staged = await stageAll(records);
    expect(staged.rows).toEqual([
      ['1', 'F11', 'a', '1.50', '7'],
      ['1', 'F11', 'b\n', null, '7'],
      ['3', 'F3', 'c', null, null],
      ['3', 'F3', null, '3', null],
      ['5', 'F5', 'd', null, null],
    ]);
    expect(staged.unreadable.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'has no lines in items'],
      [3, 'has a line in items that is not an object'],
      [4, 'has no lines in items'],
    ]);
    expect(staged.records).toBe(8);
  });

  it('leaves the objects as they are if nothing in them is asked for', async () => {
    expect((await stageAll(await open(receipts), ['numero'])).records).toBe(5);
  });

  it('takes lines of more receipts than a batch and a window hold', async () => {
    const items = Array.from({ length: 3000 }, (_, index) => `{"c":"\\u0041${index}"}`).join(',');
    const content = Array.from({ length: 60 }, (_, index) => `{"n":"\\u0042${index}","items":[${items}]}\n`).join('');
    const { rows, records } = await stageAll(await open(content));
    expect(records).toBe(180_000);
    expect(rows.every(([line, n, c], index) => n === `B${Number(line) - 1}` && c === `A${index % 3000}`)).toBe(true);
  });

  it('refuses to make lines of two arrays', async () => {
    const records = await open('{"items":[{"a":1}],"pagos":[{"b":1}]}\n{}\n');
    await expect(stageAll(records)).rejects.toMatchObject({
      code: 'FEED_UNREADABLE',
      message: expect.stringContaining('items, pagos'),
    });
    expect((await stageAll(records, ['pagos.b'])).rows).toEqual([['1', '1']]);
  });
});
