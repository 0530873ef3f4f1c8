import type { Page } from 'playwright-core';
import { quantile } from '../lib/figures.ts';
import type { Trial } from './trial.ts';
import { newContext, onTheWay, settledIn, signIn, stillIn, type Settled } from './visits.ts';

/** A change of a filter, in milliseconds. */
interface Change {
  readonly kind: string;
  /** From the press until the new figures stand on the page. */
  readonly ms: number;
  /** Of it: something was asked of the server. */
  readonly askingMs: number;
  /** The most that the server says it took for one of the answers. */
  readonly engineMs: number;
  readonly requests: number;
}

const leastRounds = 8;
/** Other days in each round: what was asked before has been kept, and tells nothing. */
const ranges = ['Últimos 7 días', 'Últimos 90 días', 'Este mes', 'Este año', 'Todos los datos'];

/** From a press on a filter until the new figures stand on the page of sales, as often as tells a p95. */
export async function measureFilters({ served, browser, options }: Trial): Promise<object> {
  const { say } = options;
  const rounds = Math.max(leastRounds, options.rounds);
  const context = await newContext(browser, await signIn(browser, served));
  const page = await context.newPage();
  const seen: Change[] = [];
  for (let round = 0; round < rounds; round++) {
    await page.goto(`${served.origin}/app/ventas`);
    await settledIn(page);
    const choose = async (kind: string, filter: RegExp, place: number) => {
      await page.getByRole('button', { name: filter }).click();
      const option = page.getByRole('option').nth(place);
      await option.waitFor();
      await stillIn(page);
      seen.push(await changed(page, kind, () => option.click()));
      await page.getByRole('button', { name: 'Listo' }).click();
      await stillIn(page);
    };
    const days = async (place: number) => {
      const name = ranges[place % ranges.length] ?? '';
      seen.push(await changed(page, 'range', () => page.getByRole('radio', { name }).click()));
    };
    await choose('store', /^Tiendas/, round);
    await days(round);
    await choose('category', /^Categorías/, round);
    await days(round + 1);
    await choose('another store', /^Tiendas/, round + 1);
    await page.goto(`${served.origin}/app/ventas`);
    await settledIn(page);
    await choose('product', /^Productos/, round);
    await days(round + 2);
    await choose('another product', /^Productos/, round + 1);
  }
  await context.close();
  return { all: told('all', seen, say), ...byKind(seen, say), seen };
}

async function changed(page: Page, kind: string, press: () => Promise<void>): Promise<Change> {
  await page.evaluate('performance.clearResourceTimings()');
  await press();
  return changeOf(kind, await settledIn(page));
}

function changeOf(kind: string, { pressed, changed: stood, requests }: Settled): Change {
  return {
    kind,
    ms: stood - pressed,
    askingMs: onTheWay(requests),
    engineMs: Math.max(0, ...requests.map(({ server }) => server)),
    requests: requests.length,
  };
}

function byKind(seen: readonly Change[], say: (line: string) => void): Record<string, object> {
  const kinds = [...new Set(seen.map(({ kind }) => kind))];
  const tell = (kind: string) =>
    told(
      kind,
      seen.filter((change) => change.kind === kind),
      say,
    );
  return Object.fromEntries(kinds.map((kind) => [kind, tell(kind)]));
}

function told(kind: string, seen: readonly Change[], say: (line: string) => void): object {
  const of = (figure: 'ms' | 'askingMs' | 'engineMs' | 'requests', part: number) =>
    quantile(
      seen.map((change) => change[figure]),
      part,
    );
  const both = (figure: 'ms' | 'askingMs' | 'engineMs') =>
    `p50 ${of(figure, 0.5).toFixed(0)} ms, p95 ${of(figure, 0.95).toFixed(0)} ms`;
  say(
    `${kind}, ${seen.length} changes: ${both('ms')}; of it asking ${both('askingMs')}, the longest answer's engine ${both('engineMs')}; ${of('requests', 0.5)} requests`,
  );
  return {
    p50Ms: of('ms', 0.5),
    p95Ms: of('ms', 0.95),
    askingP95Ms: of('askingMs', 0.95),
    engineP95Ms: of('engineMs', 0.95),
  };
}
