import type { Progress, ProgressStage } from '@fluxion/engine/base';
import { barLine, endLine, type StageState } from './stage-line.ts';
import type { Output } from './output.ts';

/** Between two drawings: often enough to look alive, seldom enough to cost nothing. */
const intervalMs = 100;

/** Progress on a terminal: one bar for each running stage at the bottom, everything else scrolling above them. */
export class LiveStages implements Progress {
  readonly #output: Output;
  readonly #now: () => number;
  readonly #running = new Set<() => StageState>();
  #drawnLines = 0;
  #drawnAt = Number.NEGATIVE_INFINITY;

  constructor(output: Output, now: () => number) {
    this.#output = output;
    this.#now = now;
  }

  print(line: string): void {
    this.#output.write(`${this.#erasure()}${line}\n`);
    this.#draw();
  }

  stage(label: string, totalRows?: number): ProgressStage {
    const startedAt = this.#now();
    let rows = 0;
    const state = () => ({ label, rows, totalRows, elapsedMs: this.#now() - startedAt });
    this.#running.add(state);
    this.#draw();
    return {
      advance: (more) => {
        rows += more;
        if (this.#now() - this.#drawnAt >= intervalMs) this.#draw();
      },
      end: (note) => {
        this.#running.delete(state);
        this.print(endLine(state(), note));
      },
    };
  }

  #draw(): void {
    // A line as wide as the terminal would wrap, and the next drawing would erase too little.
    const width = (this.#output.columns ?? 80) - 1;
    const lines = [...this.#running].map((state) => `${barLine(state(), width)}\n`);
    this.#output.write(this.#erasure() + lines.join(''));
    this.#drawnLines = lines.length;
    this.#drawnAt = this.#now();
  }

  /** Moves the cursor up over the bars drawn last and clears from there to the end of the screen. */
  #erasure(): string {
    const lines = this.#drawnLines;
    this.#drawnLines = 0;
    return lines === 0 ? '' : `\u001B[${lines}A\u001B[J`;
  }
}
