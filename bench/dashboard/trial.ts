import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../test/support/browser.ts';
import type { BenchmarkOptions } from '../lib/benchmark.ts';
import { serveBuilt, type Served } from './serve.ts';

/** What a part measures on. */
export interface Trial {
  readonly served: Served;
  readonly browser: Browser;
  readonly options: BenchmarkOptions;
}

/** Serves the database, and starts a browser, for `work`. */
export async function withTrial<T>(
  url: string,
  options: BenchmarkOptions,
  work: (trial: Trial) => Promise<T>,
): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'fluxion-bench-'));
  let served: Served | undefined;
  let browser: Browser | undefined;
  try {
    served = await serveBuilt(url, home);
    browser = await launchBrowser();
    return await work({ served, browser, options });
  } finally {
    await browser?.close();
    await served?.stop();
    await rm(home, { recursive: true, force: true });
  }
}
