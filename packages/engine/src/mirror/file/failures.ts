import { FluxionError, messageOf } from '../../base/index.ts';
import { tellsDamage } from '../../duckdb/index.ts';

/** What the system, or DuckDB in its name, says of a disk that takes no more. */
const full = /ENOSPC|EDQUOT|No space left|[Dd]isk quota|not enough (?:disk )?space|[Dd]isk full/;
const forbidden = /EACCES|EPERM|EROFS|[Pp]ermission denied|[Rr]ead-only file system|ENOTDIR|EISDIR|ENOENT|EEXIST/;

/** Of what DuckDB says of a statement or of its memory, the words are partly the caller's, or mean something else. */
const aboutTheFile = /^(?:IO|Serialization|INTERNAL|FATAL) Error: /;
const spoiled = /checksum|corrupt|serializ/i;

/** Whether DuckDB says that the file's bytes are not what it wrote: a mirror is built anew then. */
export function isDamage(error: unknown): boolean {
  const text = messageOf(error);
  if (!aboutTheFile.test(text) || isFullDisk(error)) return false;
  return isInvalidated(error) ? spoiled.test(text) : tellsDamage(text);
}

/** Whether the disk has no room for what was to be written. What was committed stays. */
export function isFullDisk(error: unknown): boolean {
  return full.test(messageOf(error));
}

/**
 * Whether DuckDB has given the open database up, for whatever reason: it must be closed and opened anew before it is asked
 * again. If that comes back right after, the file is as good as damaged.
 */
export function isInvalidated(error: unknown): boolean {
  return /^(?:FATAL|INTERNAL) Error|database has been invalidated/.test(messageOf(error));
}

/** Whether another process has the file open. */
export function isLocked(error: unknown): boolean {
  return /Could not set lock on file/.test(messageOf(error));
}

/** One sentence for what keeps a mirror from being written there; undefined if the error says something else. */
export function explainUnwritable(path: string, error: unknown): FluxionError | undefined {
  if (error instanceof FluxionError) return undefined;
  const reason = isFullDisk(error)
    ? 'the disk is full. Make room'
    : forbidden.test(messageOf(error))
      ? 'this user may not write there. Change the permissions'
      : undefined;
  if (reason === undefined) return undefined;
  const message = `The mirror cannot be kept in ${path}: ${reason}, or choose another folder.`;
  return new FluxionError('MIRROR_UNWRITABLE', message, { cause: error });
}
