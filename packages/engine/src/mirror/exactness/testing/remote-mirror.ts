import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Answer, CheckReport, Freshness, MirrorStatus } from '../../index.ts';
import type { Wanted } from './content-question.ts';

export type MirrorTask =
  | { readonly kind: 'ask'; readonly wanted: Wanted; readonly freshness: Freshness; readonly budgetMs: number }
  | { readonly kind: 'rebuild'; readonly tables?: readonly string[] }
  | { readonly kind: 'sync' | 'ready' | 'check' | 'status' | 'close' };

/** What the process says: how a task ended, or a line of its log. */
export type Told =
  | { readonly line: string }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: string };

interface Results {
  ask: Answer<string>;
  check: CheckReport;
  status: MirrorStatus;
}

/** The process was ended before the task was. */
export class Ended extends Error {}

/** What a question that failed has said. */
export class Refused extends Error {}

const child = fileURLToPath(new URL('./mirror-child.ts', import.meta.url));

/** A mirror in a process of its own. */
export interface RemoteMirror {
  /** @throws Refused with what the mirror says; Ended */
  perform<Task extends MirrorTask>(
    task: Task,
  ): Promise<Task['kind'] extends keyof Results ? Results[Task['kind']] : void>;
  /** Ends the process by SIGKILL, and waits for that. */
  kill(): Promise<void>;
  /** What it has told of itself so far. */
  readonly lines: readonly string[];
}

export async function startMirror(url: string, folder: string): Promise<RemoteMirror> {
  const running = fork(child, [url, folder], { execArgv: ['--import', 'tsx', '--conditions=source'] });
  const lines: string[] = [];
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  const closed = once(running, 'close').then(() => {
    for (const { reject } of waiting.values()) reject(new Ended('the mirror was ended'));
    waiting.clear();
  });
  running.on('message', (told: Told) => {
    if ('line' in told) return void lines.push(told.line);
    const task = waiting.get(told.id);
    waiting.delete(told.id);
    if ('failure' in told) task?.reject(new Refused(told.failure));
    else task?.resolve(told.result as never);
  });
  await Promise.race([once(running, 'message'), closed]);
  let tasks = 0;
  return {
    lines,
    perform: (task) =>
      new Promise((resolve, reject) => {
        const id = tasks++;
        waiting.set(id, { resolve, reject });
        send(running, { id, task }, () => {
          if (waiting.delete(id)) reject(new Ended('the mirror was ended'));
        });
      }),
    async kill() {
      running.kill('SIGKILL');
      await closed;
    },
  };
}

function send(running: ChildProcess, message: object, onFailure: () => void): void {
  if (!running.connected) return onFailure();
  running.send(message, (error) => {
    if (error) onFailure();
  });
}
