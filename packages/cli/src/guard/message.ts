import type { ExitCode } from '@fluxion/engine/base';

/** What a guarded process tells the one that guards it. */
export interface Message {
  /** The stages that it is at; none: it still opens the file, or has done with it. */
  readonly stages?: readonly string[];
  /** All is said and closed: what happens after that changes nothing. */
  readonly exitCode?: ExitCode;
}
