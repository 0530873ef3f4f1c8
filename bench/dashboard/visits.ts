import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Served } from './serve.ts';

/** A request that a page has sent, in milliseconds of the page's clock. */
export interface Asked {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly bytes: number;
  /** What the server says that it took (Server-Timing); 0 where it does not tell, or has kept the answer. */
  readonly server: number;
}

/** What came of a press, or of opening a page: see watch.js. */
export interface Settled {
  readonly pressed: number;
  /** When the first figure stood on the page. */
  readonly shown: number;
  /** When the page last changed. */
  readonly changed: number;
  readonly requests: readonly Asked[];
}

const watch = fileURLToPath(new URL('watch.js', import.meta.url));
const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: 'es-VE' };

/** A person's browser with a session, and what opens it again as cold as at first. */
export async function signIn(browser: Browser, served: Served): Promise<BrowserContextOptions> {
  const context = await newContext(browser, {});
  const page = await context.newPage();
  await page.goto(`${served.origin}/app/#token=${served.token}`);
  await settledIn(page);
  const storageState = await context.storageState();
  await context.close();
  return { storageState };
}

export async function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({ ...desk, ...options });
  await context.addInitScript({ path: watch });
  return context;
}

/** Waits until nothing changes any more. */
export async function stillIn(page: Page): Promise<void> {
  await page.evaluate('still()');
}

/** Waits until what the last press has changed, or the page that was opened, is there, and nothing changes any more. */
export function settledIn(page: Page): Promise<Settled> {
  return page.evaluate<Settled>('settled()');
}

/** For how long at least one request was on its way. */
export function onTheWay(requests: readonly Asked[]): number {
  let [sum, until] = [0, 0];
  for (const { start, end } of requests.toSorted((left, right) => left.start - right.start)) {
    sum += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return sum;
}
