import type { ChildProcess } from 'node:child_process';
import { FluxionError, type ExitCode } from '@fluxion/engine/base';
import { explainDeath } from './explain-death.ts';
import type { Message } from './message.ts';

/** How long a process that has told its exit code may take to end: native code may wait for a thread that never ends. */
const farewellMs = 5000;

/**
 * Runs a command line in a process of its own, so that a crash of DuckDB's native code there can be caught and explained.
 * That process has the terminal meanwhile: it prints, draws its progress, and hears Ctrl-C as this one does.
 */
export class Guard {
  readonly #start: () => ChildProcess;
  #child: ChildProcess | undefined;

  /** `start` begins the process, with a channel for its messages. */
  constructor(start: () => ChildProcess) {
    this.#start = start;
  }

  /** Whether the other process is at work. */
  get isRunning(): boolean {
    return this.#child !== undefined;
  }

  /** Ends the other process at once, if it runs. */
  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  /**
   * Runs the command line, which reads `file`, to its end; `signal` stops it in order. `tidy` is called if it could not tidy
   * up after itself.
   * @returns the exit code, of which the process has told the reason itself
   * @throws FluxionError SOURCE_CRASHED or KILLED if a signal ended it, INTERRUPTED if it was one of ours
   */
  async run(file: string, signal: AbortSignal, tidy?: () => Promise<void>): Promise<ExitCode> {
    signal.throwIfAborted();
    const child = this.#start();
    this.#child = child;
    const last: { stages: readonly string[]; exitCode?: ExitCode } = { stages: [] };
    let farewell: NodeJS.Timeout | undefined;
    child.on('message', (message: Message) => {
      Object.assign(last, message);
      if (message.exitCode !== undefined) farewell = setTimeout(() => child.kill('SIGKILL'), farewellMs);
    });
    const stop = () => child.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    try {
      const ending = await endOf(child);
      const exitCode = last.exitCode ?? ending.exitCode;
      if (exitCode !== null) return exitCode;
      // Why it died is what is to be told, not what else may fail.
      await tidy?.().catch(() => {});
      signal.throwIfAborted();
      throw explainDeath({ file, signal: ending.signal, stages: last.stages });
    } finally {
      signal.removeEventListener('abort', stop);
      clearTimeout(farewell);
      this.#child = undefined;
    }
  }
}

interface Ending {
  readonly exitCode: ExitCode | null;
  readonly signal: NodeJS.Signals | null;
}

function endOf(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => {
      reject(new FluxionError('INTERNAL', `A process could not be started: ${cause.message}`, { cause }));
    });
    // The program ends with its own exit codes only.
    child.once('exit', (exitCode, signal) => resolve({ exitCode: exitCode as ExitCode | null, signal }));
  });
}
