import { exitCodes, FluxionError, messageOf, type ExitCode } from '@fluxion/engine/base';

/** How a failure is told: lines for a person, an object for a program, and the process's exit code. */
export interface ErrorReport {
  readonly lines: readonly string[];
  readonly json: {
    readonly error: { readonly code: string; readonly message: string; readonly details: readonly string[] };
  };
  readonly exitCode: ExitCode;
}

/** Describes anything that was thrown. With `debug`, an unforeseen error shows where it came from. */
export function describeError(error: unknown, { debug }: { readonly debug: boolean }): ErrorReport {
  const foreseen = error instanceof FluxionError;
  const code = foreseen ? error.code : 'INTERNAL';
  // A message of several lines would hide that it is one failure.
  const message = messageOf(error)
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ');
  const details = foreseen ? error.details : [];
  return {
    lines: [
      `fluxion: ${foreseen ? message : `unforeseen error: ${message} (FLUXION_DEBUG=1 shows where)`}`,
      ...details.map((line) => `  ${line}`),
      ...(debug ? traceOf(error) : []),
    ],
    json: { error: { code, message, details } },
    exitCode: foreseen ? error.exitCode : exitCodes.failed,
  };
}

/** The stack of an error and of each cause below it. */
function traceOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return [error.stack ?? error.message, ...traceOf(error.cause)];
}
