import { openMirror } from '@fluxion/engine/mirror';
import { openPool } from '@fluxion/engine/postgres';
import type { Answered, Built } from './big.ts';
import { extentOf } from './chain.ts';
import { rollupsOf, trials } from './questions.ts';

/**
 * A process that keeps a mirror, as the API's does: builds it, or asks it every question so many times. Prints what
 * `Built` or `Answered` has, as JSON.
 */
const [url = '', folder = '', memoryLimit = '', repeats = '0'] = process.argv.slice(2);

const pool = openPool({ url, applicationName: 'fluxion-bench', max: 1 });
const questions = trials(await extentOf(pool));
await pool.end();

const log = (line: string) => void process.stderr.write(`${line}\n`);
const mirror = openMirror({
  url,
  folder,
  name: 'bench',
  rollups: rollupsOf(questions),
  memoryLimit,
  log: { info: log, warn: log },
});
try {
  const told = Number(repeats) === 0 ? await build() : await answer(Number(repeats));
  process.stdout.write(JSON.stringify(told));
} finally {
  await mirror.close();
}

async function build(): Promise<Built> {
  const started = performance.now();
  await mirror.whenReady();
  return { seconds: (performance.now() - started) / 1000, bytes: mirror.status().bytes };
}

async function answer(count: number): Promise<Answered> {
  const firstAnswer = await untilAnswered();
  const asked = questions.map((trial) => ({ trial, times: [] as number[] }));
  const detours: string[] = [];
  for (let turn = 0; turn < count; turn++) {
    for (const { trial, times } of asked) {
      const started = performance.now();
      const { engine, detour } = await trial.ask(mirror.query);
      times.push(performance.now() - started);
      if (engine === 'postgres') detours.push(`${trial.name}: ${detour}`);
    }
  }
  return { firstAnswer, detours, questions: asked.map(({ trial: { name }, times }) => ({ question: name, times })) };
}

async function untilAnswered(): Promise<number> {
  for (;;) {
    const answered = await questions[0]?.ask(mirror.query);
    if (answered?.engine === 'mirror') return process.uptime();
  }
}
