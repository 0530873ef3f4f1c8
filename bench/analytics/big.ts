import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPool } from '@fluxion/engine/postgres';
import type { BenchmarkOptions } from '../lib/benchmark.ts';
import { quantile } from '../lib/figures.ts';
import { declareChain } from './chain.ts';
import { memoryLimit, runChild } from './run-child.ts';

/** Each question is asked so often at least: of fewer answers, a p95 would tell nothing. */
const leastRepeats = 20;

/** What a process tells that has built the mirror. */
export interface Built {
  readonly seconds: number;
  readonly bytes: number;
}

/** What a process tells that was started with a mirror's file, and has asked it. */
export interface Answered {
  /** Seconds from its start to the mirror's first answer. */
  readonly firstAnswer: number;
  /** Answers that PostgreSQL gave, with the reasons. */
  readonly detours: readonly string[];
  /** In milliseconds. */
  readonly questions: readonly { readonly question: string; readonly times: readonly number[] }[];
}

/** A large chain that is there already: first build, file, memory, restart, and every question. */
export async function measureBig(url: string, { rounds, say }: BenchmarkOptions): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-bench-'));
  try {
    const lines = await prepare(url);
    const built = await runChild<Built>({ url, folder, repeats: 0 });
    say(
      `${lines} sales lines: built in ${built.seconds.toFixed(0)} s, ${(built.bytes / 2 ** 30).toFixed(2)} GiB on disk, at most ${built.peakMiB.toFixed(0)} MiB of memory`,
    );
    const answered = await runChild<Answered>({ url, folder, repeats: Math.max(leastRepeats, rounds) });
    return { lines, memoryLimit, build: built, answers: report(answered, say) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns how many sales lines there are */
async function prepare(url: string): Promise<number> {
  const pool = openPool({ url, applicationName: 'fluxion-bench', max: 2 });
  try {
    await declareChain(pool);
    const { rows } = await pool.query<{ lines: string }>('SELECT sum(lineas) AS lines FROM ventas_diarias');
    return Number(rows[0]?.lines);
  } finally {
    await pool.end();
  }
}

function report(answered: Answered & { peakMiB: number }, say: (line: string) => void): object {
  const { firstAnswer, detours, peakMiB } = answered;
  say(
    `restarted: the mirror's first answer after ${firstAnswer.toFixed(1)} s; at most ${peakMiB.toFixed(0)} MiB of memory while it answered`,
  );
  const questions = answered.questions.map(({ question, times }) => {
    return { question, p50Ms: quantile(times, 0.5), p95Ms: quantile(times, 0.95) };
  });
  for (const { question, p50Ms, p95Ms } of questions) {
    say(`${question}: p50 ${p50Ms.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms`);
  }
  if (detours.length > 0) say(`PostgreSQL gave ${detours.length} answers: ${[...new Set(detours)].join('; ')}`);
  return { firstAnswerSeconds: firstAnswer, peakMiB, answeredByPostgres: detours.length, questions };
}
