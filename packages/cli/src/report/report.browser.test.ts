import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '#testing/browser.ts';
import { accessibilityFaults, visit } from '#testing/visit.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomeOf, proofOf, tableOf } from '../transfer/testing/reports.ts';
import { failurePage, outcomePage, runningPage } from './pages.ts';

const hostile = '<script>window.hacked = true</script>"><img src=x onerror="window.hacked = true">';
const wideName = 'inventario_'.repeat(30);

const tables = Array.from({ length: 30 }, (_, index) => tableOf({ table: `tabla_${index}`, rows: 10 ** (index % 7) }));
const mixed = outcomeOf(
  {
    tables: [
      tableOf({ table: hostile, rejected: 2 }),
      tableOf({ table: wideName, proof: proofOf({ table: wideName, notCompared: ['column j: no text'] }) }),
      tableOf({
        proof: proofOf({
          equal: false,
          differingColumns: ['a'],
          differences: [{ key: wideName, column: 'a', source: null, target: 'x'.repeat(300) }],
        }),
      }),
      ...tables,
    ],
    objects: [
      ...tables.map(({ table }) => ({ kind: 'table' as const, name: table, outcome: 'same' as const })),
      ...tables.map(({ table }) => ({
        kind: 'column' as const,
        name: `${table}.a`,
        outcome: 'changed' as const,
        reason: 'wider',
      })),
      { kind: 'sequence', name: 's', outcome: 'kept', reason: 'there already' },
      { kind: 'view', name: hostile, outcome: 'refused', reason: hostile, definition: `SELECT\n  '${hostile}'` },
    ],
    losses: [
      { table: 't', column: 'c', reason: 'hold a NUL', count: 2, examples: ['a\u0000', hostile], outcome: 'rejected' },
    ],
    rejectsDirectory: `/data/${wideName}`,
    ddl: ['CREATE TABLE t (\n  i int4\n)'],
    cleared: ['t'],
  },
  'reject',
);
const beginning = { file: `/data/${wideName}.duckdb`, started: new Date('2026-02-17T20:46:05Z'), version: '0.1.0' };
const pages = {
  good: outcomePage(outcomeOf({ tables }), '0.1.0'),
  mixed: outcomePage(mixed, '0.1.0'),
  plan: outcomePage({ ...mixed, onLoss: 'fail', report: { ...mixed.report, dryRun: true } }, '0.1.0'),
  failed: failurePage(
    beginning,
    { message: hostile, details: [hostile], advice: 'Mend it.', interrupted: false },
    new Date(),
  ),
  running: runningPage(beginning),
};
const names = Object.keys(pages) as (keyof typeof pages)[];

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'fluxion-report-'));
  for (const name of names) await writeFile(join(folder, `${name}.html`), pages[name]);
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens a page from its file; what it complains of (its own policy broken, a script failing) fails the test. */
async function opened<T>(
  name: keyof typeof pages,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const { page, close } = await visit(browser, { locale: 'en-US', ...options });
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  const seen = await look(page);
  await close();
  return seen;
}

const openAll = (page: Page) =>
  page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);

describe.each(names)('the %s page', (name) => {
  it.each(['light', 'dark'] as const)(
    'has no fault that axe finds in the %s theme, folded and unfolded',
    async (colorScheme) => {
      await opened(name, { colorScheme }, async (page) => {
        expect(await accessibilityFaults(page)).toEqual([]);
        await openAll(page);
        expect(await accessibilityFaults(page)).toEqual([]);
      });
    },
  );

  it('fits a screen of 360 pixels, unfolded too', async () => {
    const width = await opened(name, { viewport: { width: 360, height: 740 } }, async (page) => {
      await openAll(page);
      return page.evaluate('document.documentElement.scrollWidth');
    });
    expect(width).toBe(360);
  });
});

it('shows names as text, and runs and loads nothing of them', async () => {
  const requests: string[] = [];
  const seen = await opened('mixed', {}, async (page) => {
    page.on('request', (request) => requests.push(request.url()));
    await page.reload();
    const names = await page.locator('tbody th').allTextContents();
    const hacked = await page.evaluate(
      'window.hacked === true || document.scripts.length + document.images.length > 0',
    );
    return { names, hacked };
  });
  expect(seen.hacked).toBe(false);
  expect(seen.names).toContain(hostile);
  expect(requests).toHaveLength(1);
});

it('has its own look in each theme', async () => {
  const ground = (page: Page) => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
  expect(await opened('good', { colorScheme: 'light' }, ground)).toBe('rgb(243, 245, 244)');
  expect(await opened('good', { colorScheme: 'dark' }, ground)).toBe('rgb(9, 13, 13)');
});

it('is printed in light colours, within the width of a sheet of A4', async () => {
  // 182 mm between the margins, at 96 pixels an inch.
  const a4 = { width: 688, height: 1020 };
  await opened('mixed', { colorScheme: 'dark', viewport: a4 }, async (page) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).color')).toBe('rgb(18, 32, 29)');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(a4.width);
  });
});
