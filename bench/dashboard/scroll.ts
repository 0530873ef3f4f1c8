import type { Page } from 'playwright-core';
import { quantile } from '../lib/figures.ts';
import type { Trial } from './trial.ts';
import { newContext, settledIn, signIn } from './visits.ts';

/** A little more than a frame, and than two: a browser's clock does not tick in even parts. */
const frameMs = 17.2;
const twoFramesMs = 33.9;
/** As fast as a hand on a wheel or a touchpad goes. */
const pixelsPerSecond = 4_000;
const seconds = 6;
const rows = 100_000;

interface Frames {
  readonly count: number;
  readonly p95Ms: number;
  readonly late: number;
  readonly veryLate: number;
  readonly worstMs: number;
}

const tables: Readonly<Record<string, string>> = {
  [`${rows} rows of a statement, 9 columns`]: `/consulta?${new URLSearchParams({
    sql: `SELECT * FROM ventas_raw LIMIT ${rows}`,
    filas: String(rows),
  })}`,
  'sales lines, which come as they are scrolled': '/ventas?ver=lineas',
};

/** How even the frames are while a long table is scrolled: by a wheel, and by its scroll bar. */
export async function measureScrolling({ served, browser, options }: Trial): Promise<object> {
  const { say } = options;
  const context = await newContext(browser, await signIn(browser, served));
  const figures: Record<string, object> = {};
  for (const [name, path] of Object.entries(tables)) {
    const page = await context.newPage();
    await page.goto(`${served.origin}/app${path}`);
    await settledIn(page);
    // A statement that comes with a link waits for its reader.
    const run = page.getByRole('button', { name: /^(Ejecutar|Run)$/ });
    if ((await run.count()) > 0) {
      await run.click();
      await settledIn(page);
    }
    const ways = {
      'by the wheel': await framesOf(page, byWheel),
      'by the scroll bar': await framesOf(page, byBar),
    };
    for (const [way, frames] of Object.entries(ways)) {
      const { count, p95Ms, late, veryLate, worstMs } = frames;
      say(
        `${name}, ${way}: ${count} frames, p95 ${p95Ms.toFixed(1)} ms, over 16.7 ms ${percent(late)}, over 33 ms ${percent(veryLate)}, at worst ${worstMs.toFixed(0)} ms`,
      );
    }
    figures[name] = ways;
    await page.close();
  }
  await context.close();
  return figures;
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

async function framesOf(page: Page, scroll: (page: Page) => Promise<void>): Promise<Frames> {
  await page.evaluate('countFrames()');
  await scroll(page);
  const gaps = await page.evaluate<number[]>('framesCounted()');
  const share = (limit: number) => gaps.filter((gap) => gap > limit).length / gaps.length;
  return {
    count: gaps.length,
    p95Ms: quantile(gaps, 0.95),
    late: share(frameMs),
    veryLate: share(twoFramesMs),
    worstMs: quantile(gaps, 1),
  };
}

const table = '[role="grid"]';

async function byWheel(page: Page): Promise<void> {
  await page.locator(table).last().scrollIntoViewIfNeeded();
  const box = await page.locator(table).last().locator('..').boundingBox();
  if (box === null) throw new Error('there is no table to scroll');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.synthesizeScrollGesture', {
    x: box.x + box.width / 2,
    y: Math.min(box.y + box.height / 2, 800),
    yDistance: -pixelsPerSecond * seconds,
    speed: pixelsPerSecond,
    gestureSourceType: 'mouse',
  });
  await session.detach();
}

/** The bar goes to another place in each frame, through all that there is: no row that was drawn is of use again. */
async function byBar(page: Page): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    const scroller = [...document.querySelectorAll('${table}')].at(-1).parentElement;
    const started = performance.now();
    const drag = (now) => {
      const part = (now - started) / ${seconds * 1000};
      if (part >= 1) return done();
      scroller.scrollTop = scroller.scrollHeight * Math.max(0, part);
      requestAnimationFrame(drag);
    };
    requestAnimationFrame(drag);
  })`);
}
