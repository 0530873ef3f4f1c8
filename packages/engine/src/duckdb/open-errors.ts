import { FluxionError, messageOf, type ErrorCode } from '../base/index.ts';

interface Diagnosis {
  readonly pattern: RegExp;
  readonly code: ErrorCode;
  readonly sentence: (file: string, found: RegExpExecArray) => string;
}

/** DuckDB's storage version numbers that the library inside Fluxion reads; 64 came with DuckDB 0.9.2/0.10. */
const oldestReadable = 64;

/** What DuckDB says when it refuses to open a file, and what that means to a person. The first match wins. */
const diagnoses: readonly Diagnosis[] = [
  {
    pattern:
      /version number (\d+), but we can only read versions between (\d+) and (\d+)(?:[\s\S]*?DuckDB version v([\d.]+\d))?/,
    code: 'SOURCE_TOO_OLD',
    sentence: (file, [, version, least, most, writer]) =>
      Number(version) < oldestReadable
        ? `${file} has storage version ${version}${writer ? ` (DuckDB ${writer})` : ''}, too old: versions ${least} to ${most} can be read. Export it with the DuckDB that wrote it (EXPORT DATABASE) and import it with a current one.`
        : `${file} has storage version ${version}${writer ? ` (DuckDB ${writer})` : ''}, too new: versions ${least} to ${most} can be read. Update Fluxion, or copy the file into an older storage version with DuckDB (ATTACH … (STORAGE_VERSION 'v1.0.0')).`,
  },
  {
    pattern: /vector size is (\d+) bytes, but the file has a vector size of (\d+)/,
    code: 'SOURCE_UNREADABLE',
    sentence: (file, [, ours, its]) =>
      `${file} was written by a DuckDB built with a vector size of ${its}; ordinary builds have ${ours}. Export it with the DuckDB that wrote it (EXPORT DATABASE) and import it with an ordinary one.`,
  },
  {
    pattern: /Cannot open encrypted database|encryption key|is encrypted/i,
    code: 'SOURCE_ENCRYPTED',
    sentence: (file) =>
      `${file} is encrypted. Copy it into an unencrypted file with DuckDB first: ATTACH it with its ENCRYPTION_KEY, then COPY FROM DATABASE.`,
  },
  {
    pattern: /Could not set lock on file[\s\S]*?(?:held in ([^.]*?PID \d+[^.]*))?\./,
    code: 'SOURCE_LOCKED',
    sentence: (file, [, holder]) =>
      `${file} is open for writing in another process${holder ? ` (${holder})` : ''}. Stop that process, or migrate a copy of the file.`,
  },
  {
    pattern:
      /[Cc]orrupt|[Cc]hecksum|[Dd]eserializ|unexpected end|not enough bytes|read (?:enough|all) bytes|out of range/,
    code: 'SOURCE_CORRUPT',
    sentence: (file) => `${file} is damaged: DuckDB cannot read what it says of itself. Restore it from a backup.`,
  },
  {
    pattern: /not a valid DuckDB database file/,
    code: 'SOURCE_NOT_DUCKDB',
    sentence: (file) => `${file} is not a DuckDB database. Give the path of a file that DuckDB wrote.`,
  },
  {
    pattern: /replaying WAL[\s\S]*Could not write/,
    code: 'SOURCE_UNREADABLE',
    sentence: (file) =>
      `${file} has a write-ahead log that DuckDB can only take in by writing. Open the file once with DuckDB and run CHECKPOINT, or do so with a copy of both files and migrate that.`,
  },
  {
    pattern: /[Pp]ermission denied|Is a directory/,
    code: 'SOURCE_UNREADABLE',
    sentence: (file) => `${file} cannot be read by this user. Check its permissions.`,
  },
  {
    pattern: /extension .*(?:not|missing)|requires? .*extension/i,
    code: 'SOURCE_UNSUPPORTED',
    sentence: (file) =>
      `${file} needs a DuckDB extension that Fluxion does not ship; copy its tables into a plain DuckDB file first.`,
  },
];

/** Puts DuckDB's refusal to open `file` into one sentence that says what the file is and what to do. */
export function explainOpenError(file: string, error: unknown): FluxionError {
  // Not the path's own words: `encrypted-backups/x.duckdb` says nothing of the file.
  const text = messageOf(error).replaceAll(file, 'the file');
  for (const { pattern, code, sentence } of diagnoses) {
    const found = pattern.exec(text);
    if (!found) continue;
    const tooNew = code === 'SOURCE_TOO_OLD' && Number(found[1]) >= oldestReadable;
    return new FluxionError(tooNew ? 'SOURCE_TOO_NEW' : code, sentence(file, found), { cause: error });
  }
  const reason = (text.split('\n', 1)[0] ?? '').replace(/\.?$/, '.');
  return new FluxionError('SOURCE_UNREADABLE', `DuckDB cannot open ${file}: ${reason}`, { cause: error });
}
