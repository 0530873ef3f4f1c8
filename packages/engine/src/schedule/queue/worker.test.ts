import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { TakenJob } from './queue.ts';
import { startWorker } from './worker.ts';

const job: TakenJob = { id: '1', attempt: 0, task: { kind: 'file', path: 'dia.csv' } };

/** A worker that ends by itself, on a queue that answers as `takes` say in turn, and then holds nothing. */
function workerOn(takes: (() => readonly TakenJob[])[], warned: string[] = []) {
  const worked: string[] = [];
  const worker = startWorker({
    queue: {
      take: async () => takes.shift()?.() ?? [],
      renew: async () => new Set(),
      finish: async () => {},
      giveBack: async () => {},
    },
    atOnce: 4,
    work: async (task) => void worked.push(task.kind),
    log: { info: () => {}, warn: (line) => void warned.push(line), error: () => {} },
    untilEmpty: true,
    pollMs: 1,
  });
  return { worker, worked };
}

const away = () => {
  throw new Error('the connection is lost');
};

it('takes a queue that does not answer for no empty one, and goes on once it does', async () => {
  const warned: string[] = [];
  const { worker, worked } = workerOn([away, away, () => [job], away], warned);
  await worker.ended;
  expect(worked).toEqual(['file']);
  expect(warned).toHaveLength(3);
});

it('gives a queue up that has not answered for long', async () => {
  const { worker } = workerOn(Array.from({ length: 1000 }, () => away));
  await expect(worker.ended).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  await worker.stop(0);
});

/** A program of its own, in which nothing but the worker is left to do: no connection is open while the database is away. */
const lonely = `
  import { startWorker } from ${JSON.stringify(new URL('worker.ts', import.meta.url).href)};
  let looks = 0;
  const queue = { take: async () => { looks += 1; if (looks < 3) throw new Error('away'); return []; } };
  const log = { warn: () => {} };
  await startWorker({ queue, atOnce: 1, log, untilEmpty: true, pollMs: 1 }).ended;
  process.stdout.write('ended');`;

it('keeps its program alive while it waits for the database', async () => {
  const args = ['--import', 'tsx', '--conditions=source', '--input-type=module', '--eval', lonely];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toBe('ended');
});
