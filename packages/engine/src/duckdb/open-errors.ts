import { FluxionError, messageOf, type ErrorCode } from '../base/index.ts';
import { QueryError } from './query-error.ts';
import { isLaterRelease, libraryVersion, writerVersion } from './header.ts';

interface Diagnosis {
  readonly pattern: RegExp;
  readonly code: ErrorCode;
  readonly sentence: (file: string, found: RegExpExecArray) => string;
}

/** The least storage version that the DuckDB inside Fluxion reads; it came with DuckDB 0.9.2 and 0.10. */
const oldestReadable = 64;

/** What DuckDB says of a sound file that it will not open, and what that means to a person. The first match wins. */
const refusals: readonly Diagnosis[] = [
  {
    pattern: /vector size is (\d+) bytes, but the file has a vector size of (\d{1,6}) bytes/,
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
    pattern: /extension .*(?:not|missing)|requires? .*extension|exists in the .* extension/i,
    code: 'SOURCE_UNSUPPORTED',
    sentence: (file) =>
      `${file} needs a DuckDB extension that Fluxion does not ship; copy its tables into a plain DuckDB file first.`,
  },
];

/** DuckDB's words for a write-ahead log that it cannot take in. */
const logDamage = /replaying WAL|WAL file/;

/**
 * DuckDB's words for bytes that are not what it wrote. It reads its structures as they come, so that damage shows as
 * whatever its checks meet first; a length gone wild asks for more memory than there is. What it says of a query, of its own
 * memory limit or of a full disk is not among them.
 */
const damage =
  /Serialization Error|INTERNAL Error|FATAL Error|[Cc]orrupt|[Cc]hecksum|[Dd]eserializ|unexpected end|enough bytes|[Cc]ould not read|read all bytes|No more data remaining|[Ii]nvalid unicode|pin block of size|Allocation failure|vector size of|database has been invalidated/;

/** Puts DuckDB's refusal to open `file`, or to say what is in it, into one sentence with what to do; `real` is where its path leads. */
export function explainOpenError(file: string, error: unknown, real = file): FluxionError {
  // Not the path's own words: `encrypted-backups/x.duckdb` says nothing of the file.
  const text = messageOf(error).replaceAll(real, 'the file').replaceAll(file, 'the file');
  const [code, message] = versionRefusal(file, text) ?? refusal(file, text) ?? newerWriter(file) ?? damaged(file, text);
  return new FluxionError(code, message, { cause: error });
}

/**
 * An error of reading rows, if it means that the file is damaged; undefined for every other error, which is the caller's
 * to explain. The table is named if the query tells it.
 */
export function explainReadError(file: string, error: unknown): FluxionError | undefined {
  if (error instanceof FluxionError) return undefined;
  const text = messageOf(error).replaceAll(file, 'the file');
  if (!tellsDamage(text)) return undefined;
  const name = error instanceof QueryError ? error.table : undefined;
  const where = name === undefined ? file : `table ${name} of ${file}`;
  const rest = name === undefined ? '' : ', or leave the table out with --exclude';
  const message = `DuckDB fails while it reads ${where}: ${reasonOf(text)} The file is most likely damaged: restore it from a backup${rest}.`;
  return new FluxionError('SOURCE_CORRUPT', message, { cause: error });
}

/** Whether these are DuckDB's words for a file whose bytes are not what it wrote. The file's own name must not be among them. */
export function tellsDamage(text: string): boolean {
  return isFromDuckDb(text) && damage.test(text);
}

/** DuckDB begins what it says with the kind of the error; PostgreSQL and the system do not. */
function isFromDuckDb(text: string): boolean {
  return /^(?:[A-Za-z]+ )+Error: /.test(text);
}

/** What DuckDB says in its first line, as a sentence. */
function reasonOf(text: string): string {
  return (text.split('\n', 1)[0] ?? '').replace(/[.!]?$/, '.');
}

type Refusal = [ErrorCode, string];

/** Past any storage version that there will be: the header is damaged. DuckDB came from 1 to 68 in seven years. */
const incredibleVersion = 100_000;

function versionRefusal(file: string, text: string): Refusal | undefined {
  const [, version = '', least = '', most = ''] =
    /version number (\d+), but we can only read versions between (\d+) and (\d+)/.exec(text) ?? [];
  if (version === '' || Number(version) > incredibleVersion) return undefined;
  const writer = /DuckDB version v([\d.]+\d)/.exec(text)?.[1] ?? writerVersion(file);
  const has = `${file} has storage version ${version}${writer === undefined ? '' : ` (DuckDB ${writer})`}`;
  if (Number(version) >= oldestReadable) {
    const readable = `the DuckDB ${libraryVersion()} inside Fluxion reads versions ${least} to ${most}`;
    return ['SOURCE_TOO_NEW', `${has}, too new: ${readable}. ${newerAdvice}`];
  }
  const advice = 'Export it with the DuckDB that wrote it (EXPORT DATABASE) and import it with a current one.';
  return ['SOURCE_TOO_OLD', `${has}, too old: versions ${least} to ${most} can be read. ${advice}`];
}

const newerAdvice =
  "Update Fluxion, or copy the file into an older storage version with DuckDB (ATTACH … (STORAGE_VERSION 'v1.0.0'), then COPY FROM DATABASE).";

/** A later release may write what the library takes for damage. */
function newerWriter(file: string): Refusal | undefined {
  const writer = writerVersion(file);
  const ours = libraryVersion();
  if (writer === undefined || !isLaterRelease(writer, ours)) return undefined;
  const message = `${file} was written by DuckDB ${writer}, too new for the DuckDB ${ours} inside Fluxion. ${newerAdvice}`;
  return ['SOURCE_TOO_NEW', message];
}

function refusal(file: string, text: string): Refusal | undefined {
  for (const { pattern, code, sentence } of refusals) {
    const found = pattern.exec(text);
    if (found) return [code, sentence(file, found)];
  }
  return undefined;
}

function damaged(file: string, text: string): Refusal {
  if (logDamage.test(text)) {
    const advice = `Restore both from a backup; with the log moved away, the file is read as of its last CHECKPOINT, without what only the log holds.`;
    const message = `${file}.wal, the write-ahead log of ${file}, is damaged or belongs to another file. ${advice}`;
    return ['SOURCE_CORRUPT', message];
  }
  if (damage.test(text) || /version number \d/.test(text)) {
    return [
      'SOURCE_CORRUPT',
      `${file} is damaged: DuckDB cannot read what it says of itself. Restore it from a backup.`,
    ];
  }
  return ['SOURCE_UNREADABLE', `DuckDB cannot open ${file}: ${reasonOf(text)}`];
}
