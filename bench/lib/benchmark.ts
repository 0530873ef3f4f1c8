/** A benchmark: measures side by side in one run, tells how it goes, and gives its figures. */
export interface Benchmark {
  readonly describe: string;
  readonly defaultRows: number;
  run(options: BenchmarkOptions): Promise<Record<string, unknown>>;
}

export interface BenchmarkOptions {
  readonly rows: number;
  readonly rounds: number;
  /** Progress and tables for a person. */
  say(line: string): void;
}
