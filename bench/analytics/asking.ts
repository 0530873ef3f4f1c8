import { setTimeout as sleep } from 'node:timers/promises';
import type { Mirror } from '@fluxion/engine/mirror';
import type { Trial } from './trial.ts';

/** Between two questions. */
const thinkMs = 50;

/** A question that was answered. */
export interface Asked {
  readonly kind: string;
  readonly ms: number;
  readonly engine: 'mirror' | 'postgres';
}

/** Questions by what they are about. */
export type Kinds = Readonly<Record<string, readonly Trial[]>>;

/** Nothing, for so many milliseconds. */
export const pause = (ms: number): Promise<unknown> => sleep(ms);

/** Asks about one kind after the other, one question at a time, until `work` is done. @throws what the work throws */
export async function askDuring(mirror: Mirror, kinds: Kinds, work: Promise<unknown>): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const during = { isOver: false };
  const end = () => {
    during.isOver = true;
  };
  work.then(end, end);
  for (let turn = 0; !during.isOver; turn++) {
    for (const [kind, trials] of Object.entries(kinds)) {
      const trial = trials[turn % trials.length];
      if (!trial) continue;
      const started = performance.now();
      const { engine } = await trial.ask(mirror.query);
      asked.push({ kind, ms: performance.now() - started, engine });
      await sleep(thinkMs);
    }
  }
  await work;
  return asked;
}
