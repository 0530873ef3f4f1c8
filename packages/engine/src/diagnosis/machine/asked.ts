/** The machine or the container that Fluxion runs in, and what it is to do there. */
export interface AskedMachine {
  /** The folder of Fluxion's data; it need not be there yet. */
  readonly home: string;
  /** In MiB, as somebody said; undefined: the share that the mirror takes by itself. */
  readonly mirrorMemory: number | undefined;
  /** Whether the embedded server's data lies in `home`. */
  readonly embedded: boolean;
  /** Of the DuckDB file that is to be migrated, with its log; 0: there is none. */
  readonly sourceBytes: number;
  /** Files that hold secrets; they need not be there. */
  readonly secretFiles: readonly string[];
}
