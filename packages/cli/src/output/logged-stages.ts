import type { Progress, ProgressStage } from '@fluxion/engine/base';
import { endLine, logLine } from './stage-line.ts';
import type { Output } from './output.ts';

/** Between two lines of one stage. */
const intervalMs = 5000;

/** Progress as plain lines, for a pipe or a log: one now and then for each stage, and one at its end. */
export class LoggedStages implements Progress {
  readonly #output: Output;
  readonly #now: () => number;

  constructor(output: Output, now: () => number) {
    this.#output = output;
    this.#now = now;
  }

  print(line: string): void {
    this.#output.write(`${line}\n`);
  }

  stage(label: string, totalRows?: number): ProgressStage {
    const startedAt = this.#now();
    let rows = 0;
    let saidAt = startedAt;
    const state = () => ({ label, rows, totalRows, elapsedMs: this.#now() - startedAt });
    return {
      advance: (more) => {
        rows += more;
        if (this.#now() - saidAt < intervalMs) return;
        saidAt = this.#now();
        this.print(logLine(state()));
      },
      end: (note) => this.print(endLine(state(), note)),
    };
  }
}
