/** A benchmark: measures side by side in one run, tells how it goes, and gives its figures. */
export interface Benchmark {
  readonly describe: string;
  readonly defaultRows: number;
  run(options: BenchmarkOptions): Promise<Record<string, unknown>>;
}

export interface BenchmarkOptions {
  readonly rows: number;
  readonly rounds: number;
  /** The parts that are to be measured, of a benchmark that has any; undefined: all of them. */
  readonly parts?: readonly string[] | undefined;
  /** How long whatever goes on for a time goes on. */
  readonly minutes: number;
  /** A folder with data that is not ours to give away. */
  readonly data?: string | undefined;
  /** The URL of a database that is there already, for what is measured on one. */
  readonly database?: string | undefined;
  /** Progress and tables for a person. */
  say(line: string): void;
}
