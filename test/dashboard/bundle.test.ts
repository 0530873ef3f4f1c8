import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDashboard, type DashboardBuild } from '#testing/dashboard-build.ts';

const initialBudgetBytes = 250 * 1024;

let build: DashboardBuild;
let page: string;

beforeAll(async () => {
  build = await buildDashboard();
  page = readFileSync(join(build.directory, 'index.html'), 'utf8');
}, 60_000);

afterAll(() => build.remove());

/** The scripts that the page loads before it shows anything, by their file names. */
function initialScripts(): string[] {
  return [...page.matchAll(/(?:src|href)="\/app\/([^"]+\.js)"/g)].map(([, path = '']) => path);
}

test('the first page loads within its budget', () => {
  const bytes = initialScripts().map((path) => gzipSync(readFileSync(join(build.directory, path))).length);
  expect(bytes.length).toBeGreaterThan(0);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(initialBudgetBytes);
});

test('the contract’s schemas stay on the server', () => {
  const scripts = readdirSync(join(build.directory, 'assets')).filter((file) => file.endsWith('.js'));
  // The property by which typebox marks every schema.
  const withSchemas = scripts.filter((file) =>
    readFileSync(join(build.directory, 'assets', file), 'utf8').includes('~kind'),
  );
  expect(withSchemas).toEqual([]);
});

test('each page comes after the shell', () => {
  const pages = readdirSync(join(build.directory, 'assets')).filter((file) => /^SummaryPage-.*\.js$/.test(file));
  expect(pages).toHaveLength(1);
  expect(page).not.toContain('SummaryPage');
});

test('the page holds no script or style of its own, and loads from nowhere else', () => {
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
  expect(page.match(/<script(?![^>]*\ssrc=)/g)).toBeNull();
  expect(page).not.toMatch(/(?:src|href)="(?!\/app\/)/);
});
