import type { BrowserContextOptions, Page } from 'playwright-core';
import { median, quantile } from '../lib/figures.ts';
import type { Trial } from './trial.ts';
import { newContext, onTheWay, settledIn, signIn } from './visits.ts';

/** A first page, in milliseconds from its navigation. */
interface First {
  /** Until the first figure stands on it. */
  readonly figuresMs: number;
  /** Until all that it has stands on it. */
  readonly wholeMs: number;
  /** For how long of that something was on its way to it. */
  readonly networkMs: number;
  readonly requests: number;
  readonly kibibytes: number;
}

type Line = (page: Page) => Promise<void>;

/** A shop's line, beside the server's own machine. */
const lines: Readonly<Record<string, Line>> = {
  'on the same machine': async () => {},
  'over a line of 20 Mbit/s and 30 ms': async (page) => {
    const session = await page.context().newCDPSession(page);
    const bytesPerSecond = (20 * 1_000_000) / 8;
    const conditions = { latency: 30, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond };
    await session.send('Network.emulateNetworkConditions', { offline: false, ...conditions });
  },
};
const leastRounds = 5;

/** From opening the dashboard, with nothing kept and signed in, until it is of use. */
export async function measureFirst({ served, browser, options }: Trial): Promise<object> {
  const { rounds, say } = options;
  const session = await signIn(browser, served);
  const figures: Record<string, object> = {};
  for (const [name, line] of Object.entries(lines)) {
    const seen: First[] = [];
    const open = async (context: BrowserContextOptions) => {
      const cold = await newContext(browser, context);
      const page = await cold.newPage();
      await line(page);
      await page.goto(`${served.origin}/app/`);
      const { shown, changed, requests } = await settledIn(page);
      const kibibytes = requests.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
      seen.push({
        figuresMs: shown,
        wholeMs: changed,
        networkMs: onTheWay(requests),
        requests: requests.length,
        kibibytes,
      });
      await cold.close();
    };
    for (let round = 0; round < Math.max(leastRounds, rounds); round++) await open(session);
    figures[name] = { ...told(name, seen, say), seen };
  }
  return figures;
}

function told(name: string, seen: readonly First[], say: (line: string) => void): object {
  const of = (figure: keyof First) => seen.map((one) => one[figure]);
  const [figuresMs, wholeMs, networkMs] = [median(of('figuresMs')), median(of('wholeMs')), median(of('networkMs'))];
  const worstMs = quantile(of('wholeMs'), 1);
  say(
    `first page, ${name}: figures after ${figuresMs.toFixed(0)} ms, all of it after ${wholeMs.toFixed(0)} ms (at worst ${worstMs.toFixed(0)}), of which something was on its way for ${networkMs.toFixed(0)} ms; ${median(of('requests'))} requests, ${median(of('kibibytes')).toFixed(0)} KiB`,
  );
  return { figuresMs, wholeMs, worstMs, networkMs };
}
