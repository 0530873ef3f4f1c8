import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { provideDashboard } from '#testing/served-dashboard.ts';
import { accessibilityFaults } from '#testing/visit.ts';

const dashboard = provideDashboard({ stocked: true, mirrored: true });
let token: string;
beforeAll(async () => {
  token = await dashboard.chain.tokenOf('Ada Lovelace', 'super_admin');
});

const days = 'desde=2025-10-02&hasta=2025-10-31';
const paths = [
  `/?${days}`,
  `/ventas?${days}`,
  '/inventario',
  `/productos/P1?${days}`,
  `/clases?${days}`,
  '/pedidos',
  '/pedidos/nuevo',
  '/pedidos/O2',
  `/cargas?${days}`,
  `/consulta?sql=${encodeURIComponent('SELECT ubicacion_id, count(*) AS lineas FROM ventas_raw GROUP BY ALL')}`,
  '/administracion',
  '/perfil',
] as const;

/** All that was asked for has come, and what shows it stands. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
}

async function open(page: Page, path: string, language: 'es' | 'en'): Promise<void> {
  await page.addInitScript(`localStorage.setItem('fluxion.language', '${language}')`);
  await page.goto(`${dashboard.chain.origin}/app${path}#token=${token}`);
  await settled(page);
}

const overflow = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** The pages' names, of those that have been looked at. */
const titles = new Set<string>();

test.each(paths)('%s has a name of its own, no accessibility faults, and fits a telephone', async (path) => {
  const { page, close } = await dashboard.visit();
  try {
    await open(page, path, 'es');
    const title = await page.title();
    expect(titles).not.toContain(title);
    titles.add(title);
    expect(await accessibilityFaults(page), 'Spanish, light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityFaults(page), 'Spanish, dark').toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, path, 'en');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page), 'English, dark, narrow').toEqual([]);
  } finally {
    // Fails if the console had an error or a warning: a breach of the Content-Security-Policy is one.
    await close();
  }
});
