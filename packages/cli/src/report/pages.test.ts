import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOutcome } from '../transfer/testing/any-outcome.ts';
import { outcomeOf, proofOf, tableOf } from '../transfer/testing/reports.ts';
import { failurePage, outcomePage, runningPage } from './pages.ts';

const beginning = { file: '/data/<b>.duckdb', started: new Date('2026-02-17T20:46:05Z'), version: '0.1.0' };

/** The elements that the page is made of; a browser runs or loads nothing for any of them. */
const elements = new Set(
  ['html head meta title style body main header footer section nav h1 h2 h3 p dl dt dd div span strong code pre wbr']
    .concat('ul ol li a table thead tbody tr th td details summary svg circle path rect')
    .flatMap((names) => names.split(' ')),
);
const ownTag = /^<\/?([a-z][a-z\d]*)(?: [a-zA-Z-]+="[^"<>]*")*(?: \/)?>$/;

function isOurs(tag: string): boolean {
  return elements.has(ownTag.exec(tag)?.[1] ?? '') && !/ (?:on\w+|src|style)="| href="[^#"]/.test(tag);
}

/** The page's tags; the stylesheet is ours and the same in every page. */
function tagsOf(page: string): string[] {
  return (
    page
      .replace('<!doctype html>', '')
      .replace(/<style>.*?<\/style>/s, '')
      .match(/<[^>]*>?/g) ?? []
  );
}

it('holds no markup but its own, whatever the names and values are', () => {
  fc.assert(
    fc.property(anyOutcome, (outcome) => {
      expect(tagsOf(outcomePage(outcome, '0.1.0')).filter((tag) => !isOurs(tag))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('loads nothing from anywhere', () => {
  const pages = [
    outcomePage(outcomeOf(), '0.1.0'),
    runningPage(beginning),
    failurePage(beginning, { message: 'm', details: [], advice: 'a', interrupted: false }, new Date()),
  ];
  for (const page of pages) {
    expect(page).toMatch(/^<!doctype html>\s*<html lang="en">/);
    expect(page).toContain(`content="default-src 'none'; style-src 'sha256-`);
    expect(page).not.toMatch(/https?:|url\(|@import/);
  }
});

describe('the page of a migration', () => {
  const page = outcomePage(
    outcomeOf({
      file: '/data/chain.duckdb',
      tables: [
        tableOf({ table: 'ventas', rows: 2_108_751, seconds: 2 }),
        tableOf({
          table: '<script>x</script>',
          rows: 5,
          proof: proofOf({ equal: false, differences: [{ key: 'T<1>', column: 'a', source: null, target: '&' }] }),
        }),
      ],
      objects: [{ kind: 'view', name: 'v', outcome: 'refused', reason: 'why & how', definition: 'SELECT\n  a < b' }],
      rejectsDirectory: '/data/rejects',
    }),
    '0.1.0',
  );

  it.each([
    ['the verdict', '<h1>2 tables, 2.1 M rows moved, but 1 table differs from the file.</h1>'],
    ['when', '2026-02-17 20:46 UTC'],
    ['from which file', '/data/chain.duckdb'],
    ['to which server', 'PostgreSQL 18.4 at db.example:5432/chain'],
    ['rows with their thousands grouped', '2,108,751'],
    ['rows per second', '1,054,376'],
    ['names as they are', '&lt;script&gt;x&lt;/script&gt;'],
    ['reasons', 'why &amp; how'],
    ["a refused object's own text, with its lines", 'SELECT\n  a &lt; b</pre>'],
    ['the rows that differ', 'T&lt;1&gt;'],
    ['the version', 'Written by Fluxion 0.1.0.'],
  ])('says %s', (_, text) => {
    expect(page).toContain(text);
  });
});

it('keeps what is long out of sight, and stays small enough to be sent', () => {
  const tables = Array.from({ length: 2000 }, (_, index) => tableOf({ table: `tabla_${index}` }));
  const objects = tables.map(({ table }, index) => {
    return {
      kind: 'column' as const,
      name: `${table}.a`,
      outcome: 'changed' as const,
      reason: `because of ${index % 90}`,
    };
  });
  const page = outcomePage(outcomeOf({ tables, objects }), '0.1.0');
  expect(page).toContain('<summary>1,975 more</summary>');
  expect(page).toContain('<summary>40 more</summary>');
  expect(page.length).toBeLessThan(6e6);
});

it('tells a failure with its details and what the manual says', () => {
  const failure = { message: 'no <room>', details: ['ventas: full'], advice: 'Make room.', interrupted: false };
  const page = failurePage(beginning, failure, new Date('2026-02-17T21:00:00Z'));
  for (const text of ['The migration failed.', 'no &lt;room&gt;', 'ventas: full', 'Make room.', '2026-02-17 21:00 UTC'])
    expect(page).toContain(text);
  expect(failurePage(beginning, { ...failure, interrupted: true }, new Date())).toContain('was interrupted');
});
