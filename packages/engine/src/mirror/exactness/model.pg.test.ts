import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '#testing/database.ts';
import { openPool } from '../../postgres/index.ts';
import { declareTables, installNotes } from '../index.ts';
import { startCrashingServer, type CrashingServer } from './testing/crashing-server.ts';
import { Figures } from './testing/figures.ts';
import { stepOf, type Step } from './testing/steps.ts';
import { mirrored, tablesSql } from './testing/tables.ts';
import { World, type WorldOptions } from './testing/world.ts';

/** `npm run torture -- mirror` takes more steps than `npm test`, and kills PostgreSQL too. */
const wanted = Number(process.env['TORTURE_ROUNDS'] ?? 0);
const isTorture = wanted > 0;
const stepsOfRun = isTorture ? 250 : 120;
const runs = isTorture ? Math.ceil(wanted / stepsOfRun) : 2;
const seed = process.env['TORTURE_SEED'];

let server: CrashingServer | undefined;
let databases = 0;

beforeAll(async () => {
  server = isTorture ? await startCrashingServer() : undefined;
}, 120_000);
afterAll(() => server?.remove());

async function inDatabase(work: (options: Pick<WorldOptions, 'url' | 'crash'>) => Promise<void>): Promise<void> {
  if (!server) {
    const database = await createTestDatabase({ template: 'empty' });
    return work(database).finally(() => database.drop());
  }
  const name = `model_${databases++}`;
  const { create, drop, crash } = server;
  return work({ url: await create(name), crash }).finally(() => drop(name));
}

async function run(steps: readonly Step[], figures: Figures): Promise<void> {
  await inDatabase(async ({ url, crash }) => {
    const pool = openPool({ url, applicationName: 'fluxion-model', max: 2 });
    await pool.query(tablesSql);
    await installNotes(pool);
    await declareTables(pool, mirrored);
    await pool.end();
    const world = await World.open({ url, crash, figures });
    let taken = 0;
    try {
      for (const step of steps) {
        taken++;
        await world.take(step);
      }
      await world.finish();
    } catch (error) {
      const last = steps.slice(Math.max(0, taken - 12), taken).map((step) => JSON.stringify(step));
      throw new Error(`after ${taken} steps, the last of them:\n${last.join('\n')}\n${world.told}`, { cause: error });
    } finally {
      await world.close();
    }
  });
}

it('answers with the rows that PostgreSQL held in the state that it says, and no earlier one than it must', async () => {
  const figures = new Figures();
  const frequencies = isTorture ? { kill: 6, crash: 6 } : { kill: 2, crash: 0 };
  const steps = fc.array(stepOf(frequencies), { minLength: stepsOfRun, maxLength: stepsOfRun, size: 'max' });
  const property = fc.asyncProperty(steps, async (taken) => {
    await run(taken, figures);
    if (isTorture) process.stdout.write(`${figures}\n`);
  });
  await fc.assert(property, {
    numRuns: runs,
    endOnFailure: true,
    // The steps themselves would fill pages: the seed makes them again.
    reporter: ({ failed, seed: failing, errorInstance }) => {
      if (failed) throw new Error(`with TORTURE_SEED=${failing}`, { cause: errorInstance });
    },
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  });
  // Where PostgreSQL answered nearly always, nothing would have been tried. Of a short run's few answers a third may be too
  // much: while a table is being copied anew, PostgreSQL answers all of them.
  const share = isTorture ? 3 : 10;
  expect(figures.of('answers of mirror')).toBeGreaterThan(figures.of('answers') / share);
}, 7_200_000);
