import { FluxionError, messageOf } from '../../base/index.ts';
import { tellsDamage } from '../../duckdb/index.ts';

/** What the system, or DuckDB in its name, says of a disk that takes no more. */
const full = /ENOSPC|EDQUOT|No space left|[Dd]isk quota|not enough (?:disk )?space|[Dd]isk full/;
const forbidden = /EACCES|EPERM|EROFS|[Pp]ermission denied|[Rr]ead-only file system|ENOTDIR|EISDIR|ENOENT/;

/** Whether DuckDB says that the file's bytes are not what it wrote: a mirror is built anew then. */
export function isDamage(error: unknown): boolean {
  return tellsDamage(messageOf(error));
}

/** Whether the disk has no room for what was to be written. */
export function isFullDisk(error: unknown): boolean {
  return full.test(messageOf(error));
}

/** Whether DuckDB has given the open database up: it must be closed and opened anew before it is asked again. */
export function isInvalidated(error: unknown): boolean {
  return /^FATAL Error|^INTERNAL Error|database has been invalidated/.test(messageOf(error));
}

/** Whether another process has the file open. */
export function isLocked(error: unknown): boolean {
  return /Could not set lock on file/.test(messageOf(error));
}

/** One sentence for what keeps a mirror from being written there; undefined if the error says something else. */
export function explainUnwritable(path: string, error: unknown): FluxionError | undefined {
  const reason = isFullDisk(error)
    ? 'the disk is full. Make room'
    : forbidden.test(messageOf(error))
      ? 'this user may not write there. Change the permissions'
      : undefined;
  if (reason === undefined) return undefined;
  const message = `The mirror cannot be kept in ${path}: ${reason}, or choose another folder.`;
  return new FluxionError('MIRROR_UNWRITABLE', message, { cause: error });
}
