import type { Browser } from 'playwright-core';
import type { ShownPage } from './pages.ts';
import type { ServedDemo } from './serve-demo.ts';

/** How a page is looked at. */
export interface Look {
  readonly theme: 'light' | 'dark';
  /** In CSS pixels. */
  readonly width: number;
  readonly language: 'es' | 'en';
}

/** Writes a picture of the whole page once nothing more is on its way. */
export async function shoot(
  browser: Browser,
  { origin, token }: ServedDemo,
  { path, isPublic = false, press }: ShownPage,
  { theme, width, language }: Look,
  file: string,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: width < 600 ? 2 : 1,
    colorScheme: theme,
    locale: language === 'es' ? 'es-VE' : 'en-US',
    timezoneId: 'America/Caracas',
    reducedMotion: 'reduce',
  });
  try {
    await context.addInitScript(`localStorage.setItem('fluxion.language', '${language}')`);
    const page = await context.newPage();
    await page.goto(`${origin}/app${path}${isPublic ? '' : `#token=${token}`}`);
    if (press !== undefined) await page.getByRole('button', { name: press }).click();
    await page.waitForLoadState('networkidle');
    // What comes last is the drawing of the charts.
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
  } finally {
    await context.close();
  }
}
