import type { Progress } from '@fluxion/engine/base';
import { LiveStages } from './live-stages.ts';
import { LoggedStages } from './logged-stages.ts';
import type { Output } from './output.ts';

export interface TerminalOptions {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether the result is one JSON object instead of text. */
  readonly json: boolean;
  /** Lets somebody else know what stages are running. */
  readonly watch?: ((progress: Progress) => Progress) | undefined;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/** Everything that a command prints: its result on stdout, all else on stderr. */
export class Terminal {
  readonly progress: Progress;
  readonly #options: TerminalOptions;
  readonly #write: (line: string) => void;

  constructor(options: TerminalOptions) {
    const { stderr, now = () => performance.now(), watch = (progress: Progress) => progress } = options;
    const stages = stderr.isTTY === true ? new LiveStages(stderr, now) : new LoggedStages(stderr, now);
    this.#options = options;
    this.progress = watch(stages);
    this.#write = (line) => stages.print(line);
  }

  /** Prints a line for the person who watches; a running progress bar moves below it. */
  note(line: string): void {
    this.#write(line);
  }

  /** Prints what the command is for: `text`, or `json` with --json. To be called once. */
  result({ text, json }: { readonly text: string; readonly json: object }): void {
    this.#options.stdout.write(`${this.#options.json ? JSON.stringify(json) : text}\n`);
  }
}
