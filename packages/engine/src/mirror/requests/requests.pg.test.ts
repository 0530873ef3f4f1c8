import { readFile } from 'node:fs/promises';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { FluxionError } from '../../base/index.ts';
import { answerRequests, type AnswerRequests, type Answering } from './answer-requests.ts';
import { askMirrors, type AskOptions } from './ask-mirrors.ts';
import type { MirrorRequest } from './request.ts';

let database: TestDatabase;
const answering: Answering[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
  const ddl = await readFile(new URL('../../../sql/mirror/0004_requests.sql', import.meta.url), 'utf8');
  await database.pool.query(`CREATE SCHEMA fluxion_mirror; ${ddl}`);
});
afterEach(() => Promise.all(answering.splice(0).map((one) => one.stop())));
afterAll(() => database.drop());

const status: MirrorRequest = { verb: 'status', tables: [], check: false };
const { signal } = new AbortController();
const ask = (request: MirrorRequest, options: Partial<AskOptions> = {}) =>
  askMirrors(database.pool, request, { signal, ...options });

function answer(pid: number, work: AnswerRequests['work']): void {
  answering.push(answerRequests({ url: database.url, answerer: { host: 'here', pid }, work }));
}

it('asks every process at once, and gathers what they tell, and how far they are', async () => {
  const heard: string[] = [];
  let finish: (() => void) | undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  answer(1, async (request) => ({ did: request }));
  answer(2, async (request, tell) => {
    tell('half of it');
    await finished;
    return { did: request };
  });
  answer(3, () => Promise.reject(new FluxionError('FILE_UNWRITABLE', 'the disk is full')));
  const request: MirrorRequest = { verb: 'rebuild', tables: ['sales', 'other.things'], check: true };
  const replies = await ask(request, {
    onProgress: ({ pid }, line) => {
      heard.push(`${pid}: ${line}`);
      finish?.();
    },
  });
  expect(replies).toEqual([
    { host: 'here', pid: 1, report: { did: request } },
    { host: 'here', pid: 2, report: { did: request } },
    { host: 'here', pid: 3, failure: 'the disk is full' },
  ]);
  expect(heard).toEqual(['2: half of it']);
  expect((await database.pool.query('SELECT FROM fluxion_mirror.requests')).rowCount).toBe(0);
  expect((await database.pool.query('SELECT FROM fluxion_mirror.answers')).rowCount).toBe(0);
});

it('tells a process that stops or dies at its work as failed', async () => {
  const taken = new Set<number>();
  const never = (pid: number) => () => new Promise<never>(() => taken.add(pid));
  answer(1, never(1));
  const asked = ask(status);
  await expect.poll(() => taken.size, { timeout: 20_000 }).toBe(1);
  await database.pool.query(
    `INSERT INTO fluxion_mirror.answers (request, process, host, pid, heard)
     SELECT id, gen_random_uuid(), 'there', 2, now() - interval '1 minute' FROM fluxion_mirror.requests`,
  );
  await Promise.all(answering.splice(0).map((one) => one.stop()));
  expect(await asked).toEqual([
    { host: 'here', pid: 1, failure: 'the process was stopped' },
    { host: 'there', pid: 2, failure: 'it does not answer any more' },
  ]);
});

it('stops waiting when it is interrupted, and takes its request back', async () => {
  const interruption = new AbortController();
  answer(1, () => {
    interruption.abort(new FluxionError('INTERRUPTED', 'interrupted'));
    return new Promise(() => {});
  });
  await expect(ask(status, { signal: interruption.signal })).rejects.toThrow('interrupted');
  expect((await database.pool.query('SELECT FROM fluxion_mirror.requests')).rowCount).toBe(0);
});
