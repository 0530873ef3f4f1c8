import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDemoChain } from './create-demo-chain.ts';
import { createDemoFile, type DemoFile } from './testing/demo-file.ts';

// Making a chain takes a second of a quiet core, and several of a busy one.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fluxion-demo-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** Each table's number of rows and an order-independent digest of them. */
async function digests(demo: DemoFile): Promise<Record<string, unknown>> {
  const tables = await demo.rows('SELECT table_name AS name FROM duckdb_tables() ORDER BY 1');
  const digest = async ({ name }: Record<string, unknown>) => [
    name,
    await demo.row(`SELECT count(*) AS rows, sum(hash(t)::HUGEINT)::VARCHAR AS digest FROM ${String(name)} AS t`),
  ];
  return Object.fromEntries(await Promise.all(tables.map(digest)));
}

describe('createDemoChain', () => {
  it('gives the same data with any number of threads', async () => {
    const [one, two] = await Promise.all([1, 2].map((threads) => createDemoFile({ rows: 5000, threads })));
    if (!one || !two) throw new Error('no file');
    const expected = await digests(one);
    expect(Object.keys(expected)).toHaveLength(17);
    expect(await digests(two)).toEqual(expected);
    await Promise.all([one.drop(), two.drop()]);
  });

  it.each([1, 1000])('makes a chain of %i lines', async (rows) => {
    const demo = await createDemoFile({ rows });
    expect(await demo.row('SELECT count(*) AS n, min(id) AS first, max(id) AS last FROM ventas_raw')).toEqual({
      n: String(rows),
      first: '1',
      last: String(rows),
    });
    await demo.drop();
  });

  it('ends on the day it is told', async () => {
    const demo = await createDemoFile({ rows: 6000, until: '2024-02-29' });
    expect(await demo.row('SELECT min(fecha) AS first, max(fecha) AS last FROM ventas_raw')).toEqual({
      first: '2023-02-01',
      last: '2024-02-29',
    });
    await demo.drop();
  });

  it('says what it made, tells its progress, and leaves nothing but the file', async () => {
    const file = join(directory, 'demo.duckdb');
    const told: string[] = [];
    let lines = 0;
    const stage = (label: string, totalRows?: number) => {
      told.push(label);
      return { advance: (rows: number) => (lines += totalRows === undefined ? 0 : rows), end: () => {} };
    };
    const made = await createDemoChain({ file, rows: 1000, until: '2025-09-30', progress: { stage } });
    expect(made).toEqual({ rows: 1000, stores: 16, from: '2024-09-01', to: '2025-09-30' });
    expect(told).toHaveLength(3);
    expect(lines).toBe(1000);
    expect(await readdir(directory)).toEqual(['demo.duckdb']);
  });

  it('ends yesterday unless told otherwise', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T03:00:00Z') });
    try {
      const made = await createDemoChain({ file: join(directory, 'demo.duckdb'), rows: 1000 });
      expect(made).toMatchObject({ from: '2025-02-01', to: '2026-02-28' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('refuses to write over a file', async () => {
    const file = join(directory, 'precious.duckdb');
    await writeFile(file, 'precious');
    await expect(createDemoChain({ file, rows: 1000 })).rejects.toMatchObject({ code: 'USAGE' });
    expect(existsSync(file)).toBe(true);
  });

  it('stops when it is interrupted, and leaves no file', async () => {
    const interrupt = new AbortController();
    const stage = (_label: string, totalRows?: number) => {
      if (totalRows !== undefined) queueMicrotask(() => interrupt.abort());
      return { advance: () => {}, end: () => {} };
    };
    const made = createDemoChain({
      file: join(directory, 'demo.duckdb'),
      rows: 50_000,
      progress: { stage },
      signal: interrupt.signal,
    });
    await expect(made).rejects.toMatchObject({ code: 'INTERRUPTED' });
    expect(await readdir(directory)).toEqual([]);
  });
});
