import type { Browser, Page } from 'playwright-core';
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
    await settle(page);
    await showWhole(page, width);
    await page.screenshot({ path: file, animations: 'disabled' });
  } finally {
    await context.close();
  }
}

/** Waits until nothing is on its way; what comes last is the drawing of the charts. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(`document.querySelector('[aria-busy=true]') === null`);
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}

/**
 * Makes the window as high as the page, so that the picture is taken of what is laid out already: a picture of the
 * "full page" resizes as it is taken, and lists that draw only the rows in sight are caught with a gap. A higher
 * window may make a page higher still, hence the second look.
 */
async function showWhole(page: Page, width: number): Promise<void> {
  for (let looks = 0; looks < 2; looks += 1) {
    const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
    if (height <= (page.viewportSize()?.height ?? 0)) return;
    await page.setViewportSize({ width, height });
    await settle(page);
  }
}
