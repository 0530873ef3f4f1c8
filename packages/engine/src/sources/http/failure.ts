import { FluxionError } from '../../base/index.ts';

/** A source did not answer, or not with rows. Its message is a clause about the source: "refuses the connection". */
export class SourceFailure extends FluxionError {
  /** Whether it may well answer when it is asked again. */
  readonly passing: boolean;
  /** How long the source wants to be left alone. */
  readonly retryAfterMs: number;

  constructor(
    message: string,
    { passing = false, retryAfterMs = 0, cause }: { passing?: boolean; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super('HTTP_SOURCE_FAILED', message, { cause });
    this.name = 'SourceFailure';
    this.passing = passing;
    this.retryAfterMs = retryAfterMs;
  }
}

/** A failure that may have passed when the source is asked again. */
export function passingFailure(message: string, more: { retryAfterMs?: number; cause?: unknown } = {}): SourceFailure {
  return new SourceFailure(message, { ...more, passing: true });
}

const excerptLength = 160;

/** The beginning of an answer as a person can read it, in quotes: without tags and control characters, on one line. */
export function excerpt(text: string): string {
  const plain = text
    .replaceAll(/<(?:script|style)\b.*?(?:<\/(?:script|style)>|$)/gis, ' ')
    .replaceAll(/<[^>]*(?:>|$)/g, ' ')
    .replaceAll(/[\p{C}\s\ufffd]+/gu, ' ')
    .trim();
  return `"${plain.length > excerptLength ? `${plain.slice(0, excerptLength)}...` : plain}"`;
}
