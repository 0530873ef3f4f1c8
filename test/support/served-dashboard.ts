import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from './browser.ts';
import { serveChain, type ServedChain, type ServedChainOptions } from './served-chain.ts';
import { visit, type Visit } from './visit.ts';

/** A chain's dashboard and a browser to visit it with. Usable only while tests run. */
export interface ServedDashboard {
  readonly chain: ServedChain;
  /** A token of María Fernández, gerente_general. */
  readonly token: string;
  /** The address of a page, by its path below the dashboard's with its query string, and that token in it. */
  link(path?: string): string;
  visit(options?: BrowserContextOptions): Promise<Visit>;
}

interface Opened {
  readonly chain: ServedChain;
  readonly browser: Browser;
  readonly token: string;
}

/** Serves a chain's dashboard for the calling test file, and closes it after its tests. */
export function provideDashboard(options: ServedChainOptions = {}): ServedDashboard {
  let chain: ServedChain | undefined;
  let browser: Browser | undefined;
  let current: Opened | undefined;
  beforeAll(async () => {
    chain = await serveChain(options);
    browser = await launchBrowser();
    current = { chain, browser, token: await chain.tokenOf('María Fernández', 'gerente_general') };
  });
  afterAll(async () => {
    await browser?.close();
    await chain?.close();
  });
  const opened = (): Opened => {
    if (current === undefined) throw new Error('the dashboard is served only while tests run');
    return current;
  };
  return {
    get chain() {
      return opened().chain;
    },
    get token() {
      return opened().token;
    },
    link: (path = '') => `${opened().chain.origin}/app/${path.replace(/^\//, '')}#token=${opened().token}`,
    visit: (options) => visit(opened().browser, options),
  };
}

/**
 * Opens a page of its own for each test of the calling file and hands it to `use`. A test whose page complained (see
 * `Visit.close`) fails.
 */
export function visitInEachTest(dashboard: ServedDashboard, use: (page: Page) => void): void {
  let current: Visit | undefined;
  beforeEach(async () => {
    current = await dashboard.visit();
    use(current.page);
  });
  afterEach(() => current?.close());
}
