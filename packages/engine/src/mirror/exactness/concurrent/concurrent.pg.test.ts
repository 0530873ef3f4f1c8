import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { seededRandom } from '#testing/damage/random.ts';
import { createTestDatabase } from '#testing/database.ts';
import { declareTables, installNotes, openMirror, type Mirror } from '../../index.ts';
import { figuresOf, told } from './testing/figures.ts';
import { History } from './testing/history.ts';
import { judge } from './testing/judge.ts';
import { keepTroubling } from './testing/nemeses.ts';
import { keepAsking } from './testing/readers.ts';
import { byUnit, declared, firstRowsSql, tablesSql, writers } from './testing/world.ts';
import { keepWriting } from './testing/writers.ts';

/** `npm run torture -- mirror-concurrent` has more of them. */
const seconds = Number(process.env['TORTURE_SECONDS'] ?? 5);
const seed = Number(process.env['TORTURE_SEED'] ?? Date.now() % 2 ** 31);
/** How long after connections were ended a question may fail by that. */
const afterKillMs = 1000;

async function begin() {
  const database = await createTestDatabase({ template: 'empty' });
  onTestFinished(() => database.drop());
  await database.pool.query(`${tablesSql}; ${firstRowsSql}`);
  await installNotes(database.pool);
  await declareTables(database.pool, declared);
  const folder = mkdtempSync(join(tmpdir(), 'fluxion-mirror-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const open = (name: string): Mirror => {
    const log = { info: () => {}, warn: () => {} };
    const mirror = openMirror({ url: database.url, folder, name, rollups: [byUnit], followMs: 100, log });
    onTestFinished(() => mirror.close());
    return mirror;
  };
  const mirrors = [open('first'), open('second')] as const;
  for (const mirror of mirrors) await mirror.whenReady(AbortSignal.timeout(30_000));
  return { url: database.url, mirrors };
}

it(
  'has no answer that is stale, torn or behind another, whatever happens meanwhile',
  async () => {
    const { url, mirrors } = await begin();
    const history = new History();
    const stop = new AbortController();
    const { signal } = stop;
    let killedAt = -Infinity;
    const mayFail = (since: number) => killedAt > since - afterKillMs;
    const onKill = () => void (killedAt = performance.now());
    const shared = { url, history, signal };
    const randomOf = (who: number) => seededRandom(seed + who * 1009);
    const writing = Array.from({ length: writers }, (_, writer) =>
      keepWriting({ ...shared, random: randomOf(writer) }, writer),
    );
    const reading = Array.from({ length: 8 }, (_, reader) => {
      const isFirst = reader < 5;
      const name = `${isFirst ? 'first' : 'second'} ${reader}`;
      const mirror = mirrors[isFirst ? 0 : 1];
      return keepAsking({ name, mirror, history, signal, random: randomOf(100 + reader), mayFail });
    });
    const troubling = keepTroubling({
      ...shared,
      mirrors,
      pauseMs: Math.min(1000, seconds * 80),
      random: randomOf(200),
      onKill,
    });
    const all = Promise.all([Promise.all(writing), Promise.all(reading), troubling]);
    await Promise.race([sleep(seconds * 1000), all]);
    stop.abort();
    const [withdrawn, refused, nemeses] = await all;
    const violations = judge(history);
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    const figures = { ...figuresOf(history, violations), withdrawn: sum(withdrawn), refused: sum(refused), nemeses };
    if (process.env['TORTURE_SECONDS']) process.stdout.write(`${JSON.stringify({ seed, ...figures }, undefined, 2)}\n`);

    expect(violations.slice(0, 10).map(told), `seed ${seed}`).toEqual([]);
    expect(Math.min(...Object.values(figures.byFreshness), figures.mirror.answers)).toBeGreaterThan(0);
    for (const mirror of mirrors) {
      await mirror.whenReady(AbortSignal.timeout(60_000));
      expect(await mirror.check()).toMatchObject({ equal: true, notCompared: [] });
    }
  },
  (seconds + 150) * 1000,
);
