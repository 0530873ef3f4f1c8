import type { ExitCode, Progress } from '@fluxion/engine/base';
import type { Message } from './message.ts';

/** The line of a guarded process to the one that guards it. */
export interface Guarded {
  /** The same progress, of which the guard hears what stages are running. */
  watched(progress: Progress): Progress;
  /** Tells the exit code that the process is about to end with. */
  ends(exitCode: ExitCode): void;
}

/** The side of `process` that is used here; a test passes its own. */
export interface GuardedProcess {
  readonly pid: number;
  send?(message: Message): unknown;
  once(event: 'disconnect', listener: () => void): unknown;
  kill(processId: number, signal: 'SIGKILL'): unknown;
}

/**
 * Makes this process one that is guarded. Without its guard it ends as if it had been killed with it: nobody is left to
 * say what came of it, and an orderly end may wait for native code that comes to none.
 */
export function guardedProcess(self: GuardedProcess): Guarded {
  self.once('disconnect', () => self.kill(self.pid, 'SIGKILL'));
  const running: string[] = [];
  const tell = () => self.send?.({ stages: [...running] });
  return {
    watched: (progress) => ({
      stage: (label, totalRows) => {
        running.push(label);
        tell();
        const stage = progress.stage(label, totalRows);
        return {
          advance: (rows) => stage.advance(rows),
          end: (note) => {
            running.splice(running.indexOf(label), 1);
            tell();
            stage.end(note);
          },
        };
      },
    }),
    ends: (exitCode) => self.send?.({ exitCode }),
  };
}
