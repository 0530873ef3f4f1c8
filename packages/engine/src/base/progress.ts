/** Where long work says how far it is: a bar on a terminal, plain lines when piped, nothing in a test. */
export interface Progress {
  /** Begins one stage. `totalRows` is left out where it is not known beforehand. */
  stage(label: string, totalRows?: number): ProgressStage;
}

export interface ProgressStage {
  /** Tells that `rows` more rows are done. */
  advance(rows: number): void;
  /** Ends the stage; `note` says what came of it. */
  end(note?: string): void;
}

/** Says nothing: the default, so that only the entry points print. */
export const silentProgress: Progress = { stage: () => ({ advance: () => {}, end: () => {} }) };
