import type { ExitCode } from '@fluxion/engine/base';
import type { Guard } from './guard/index.ts';
import type { commonOptions, OptionName, OptionValues } from './options/index.ts';
import type { Terminal } from './output/index.ts';

type CommonOption = (typeof commonOptions)[number];

/** What a command gets: its options with their types, its operands, and the outside world. */
export interface CommandContext<Names extends OptionName = never> {
  readonly options: OptionValues<Names | CommonOption>;
  /** The words after the command's name. */
  readonly operands: readonly string[];
  readonly terminal: Terminal;
  /** Aborted with a FluxionError INTERRUPTED by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** Runs this same command line in a process of its own, for what may crash; undefined in that process. */
  readonly guard: Guard | undefined;
  readonly version: string;
}

/** Does the work; prints its result through the terminal. Without an exit code it is done. */
export type CommandRun<Names extends OptionName> = (context: CommandContext<Names>) => Promise<ExitCode | void>;

/** What is known of a command without loading it. */
export interface CommandSpec<Names extends OptionName = OptionName> {
  readonly summary: string;
  /** The operand that it must be given, as help texts name it; `PATH...`: any number, which the command itself checks. */
  readonly operand?: string;
  /** What else its help says. */
  readonly about?: string;
  readonly options: readonly Names[];
  /** True if it reads its operand with DuckDB: then the whole of it runs in a guarded process. */
  readonly guarded?: true;
  readonly load: () => Promise<{ readonly run: CommandRun<NoInfer<Names>> }>;
}
