import { errorTable, type ErrorCode, type ExitCode } from './error-codes.ts';

/**
 * Every failure that Fluxion foresees: a code of the closed table, one sentence that says what to do, and the details
 * as plain lines. It knows no HTTP and prints nothing; the entry points map it.
 */
export class FluxionError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly string[];

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; details?: readonly string[] } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'FluxionError';
    this.code = code;
    this.details = options.details ?? [];
  }

  /** The exit code a process ends with when this error reaches its top. */
  get exitCode(): ExitCode {
    return errorTable[this.code].exit;
  }
}

/** The text of anything that was thrown: an Error's message (with its causes), else its string form. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
