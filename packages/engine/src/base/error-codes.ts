/** The process exit codes that every command keeps to. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  differs: 3,
  unusableInput: 4,
  database: 5,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

interface ErrorEntry {
  readonly exit: ExitCode;
  /** What has happened and what a person can do: the entry's page in docs/errors.md. */
  readonly manual: string;
}

/** The closed table of everything that the engine refuses or fails at; docs/errors.md is generated from it. */
export const errorTable = {
  USAGE: { exit: exitCodes.usage, manual: 'The command line is wrong. `fluxion COMMAND --help` shows what it takes.' },
  INTERNAL: {
    exit: exitCodes.failed,
    manual: 'An error that Fluxion did not foresee. Please report it with the text on stderr.',
  },
  KILLED: {
    exit: exitCodes.failed,
    manual:
      'The process that reads the file was killed, most likely by the kernel because memory ran out. Give the machine or the container more memory, or take less at once with --jobs 1.',
  },
  INTERRUPTED: {
    exit: exitCodes.interrupted,
    manual:
      'Stopped by Ctrl-C or a signal. Run the command again; a migration that had copied rows goes on with --resume, as the message says.',
  },
  SOURCE_NOT_FOUND: { exit: exitCodes.unusableInput, manual: 'There is no file at the given path.' },
  SOURCE_UNREADABLE: {
    exit: exitCodes.unusableInput,
    manual: 'The file exists but may not be read by this user, or is a directory.',
  },
  SOURCE_LOCKED: {
    exit: exitCodes.unusableInput,
    manual: 'Another process has the DuckDB file open for writing. Stop it, or migrate a copy of the file.',
  },
  SOURCE_NOT_DUCKDB: { exit: exitCodes.unusableInput, manual: 'The file is not a DuckDB database.' },
  SOURCE_TOO_OLD: {
    exit: exitCodes.unusableInput,
    manual:
      'The file was written by a DuckDB older than 0.10, whose storage format no later version reads. Export it with the DuckDB that wrote it (EXPORT DATABASE) and import it with a current one.',
  },
  SOURCE_TOO_NEW: {
    exit: exitCodes.unusableInput,
    manual:
      'The file was written by a DuckDB newer than the one inside Fluxion. Update Fluxion, or write the file with an older storage version (ATTACH ... (STORAGE_VERSION ...)).',
  },
  SOURCE_ENCRYPTED: {
    exit: exitCodes.unusableInput,
    manual: 'The DuckDB file is encrypted. Copy it into an unencrypted file with DuckDB first (COPY FROM DATABASE).',
  },
  SOURCE_CORRUPT: {
    exit: exitCodes.unusableInput,
    manual:
      'The file is damaged, or ends in the middle. Restore a DuckDB file from a backup; have a feed delivered again.',
  },
  SOURCE_CHANGED: {
    exit: exitCodes.unusableInput,
    manual:
      'The file, or what was asked of it, is not what the migration that is to be resumed was begun with: add --changed, or begin anew with --replace. Or a feed was changed while it was read: load it again once it is whole.',
  },
  SOURCE_CRASHED: {
    exit: exitCodes.unusableInput,
    manual:
      "DuckDB's native code crashed, or came to no end, while it read the file: damage that DuckDB does not notice. Restore the file from a backup, or export it with the DuckDB that wrote it (EXPORT DATABASE); with --exclude the table that the message names can be left out.",
  },
  SOURCE_UNSUPPORTED: {
    exit: exitCodes.unusableInput,
    manual:
      'The database holds something that this version cannot carry across; the message names each object. Leave it out with --exclude, or say how to read it with --select.',
  },
  FEED_UNREADABLE: {
    exit: exitCodes.unusableInput,
    manual:
      'The file is not a feed that Fluxion can read as it was told: it is empty, has no header, lacks a column, or its format is none of those known. The message says what is missing; feed.json or a flag says how to read it.',
  },
  FEED_AMBIGUOUS: {
    exit: exitCodes.unusableInput,
    manual:
      'The values can be read in two ways (5/6 as a day of May or of June, 1.234 as a thousand or as one), and nothing in the file tells which. The message names the flag and the entry of feed.json that do. Nothing was loaded.',
  },
  FEED_REFUSED: {
    exit: exitCodes.unusableInput,
    manual:
      'The file can be read, but to load it would lose or mix up sales: too many lines are unreadable (--max-errors), it has no line for a day that has sales, or the store is unknown. Nothing of it was loaded, and what was there stays.',
  },
  LOAD_FAILED: {
    exit: exitCodes.failed,
    manual:
      'PostgreSQL refused rows, or broke off. The units that the message names as loaded are loaded whole, the others are as they were: mend the cause and run the same command again.',
  },
  HTTP_SOURCE_FAILED: {
    exit: exitCodes.failed,
    manual:
      'The HTTP source did not answer, or not with rows, after all retries. The day stays as it is, and is shown as failed; `fluxion recover` asks again.',
  },
  SCHEDULE_UNAVAILABLE: {
    exit: exitCodes.database,
    manual:
      'The queue of loads is not there: the role of the database may not create its schema (fluxion_jobs), or the database does not answer. The log of `fluxion up` has the reason. Loading by hand goes on as ever.',
  },
  TARGET_MISFIT: {
    exit: exitCodes.unusableInput,
    manual:
      'A table of the target exists and does not fit the source, or already holds rows. Nothing was written. The message lists each misfit.',
  },
  COPY_FAILED: {
    exit: exitCodes.failed,
    manual:
      "PostgreSQL refused a table's rows, or DuckDB could not read them; the message has the reason. What was copied before stays: mend the cause and go on with --resume, or begin anew with --replace.",
  },
  VERIFY_DIFFERS: {
    exit: exitCodes.differs,
    manual: 'Source and target do not hold the same rows. The message names the tables, columns and keys that differ.',
  },
  FILE_EXISTS: {
    exit: exitCodes.unusableInput,
    manual: 'There is already a file of that name. Give another one, or --replace.',
  },
  FILE_UNWRITABLE: {
    exit: exitCodes.failed,
    manual:
      'The file cannot be written: its folder is missing or closed to this user, the disk is full, or a database is open there. The message says which; nothing of the file was kept.',
  },
  DATABASE_UNREACHABLE: {
    exit: exitCodes.database,
    manual: 'No PostgreSQL answers at the address, or it refuses the user. Check --database or DATABASE_URL.',
  },
  DATABASE_TOO_OLD: { exit: exitCodes.database, manual: 'Fluxion needs PostgreSQL 16 or newer.' },
  DATABASE_UNSUITABLE: {
    exit: exitCodes.database,
    manual: 'The database cannot be used as asked; the message says what is wrong.',
  },
  EMBEDDED_SERVER: {
    exit: exitCodes.database,
    manual: 'The PostgreSQL that ships with Fluxion could not be started; the message has its reason.',
  },
  PORT_IN_USE: {
    exit: exitCodes.failed,
    manual: 'Another program listens on the port. Stop it, or choose another with PORT=….',
  },
  NOT_EMPTY: {
    exit: exitCodes.unusableInput,
    manual: 'The database already holds a chain; Fluxion does not mix another into it.',
  },
  NOT_FOUND: { exit: exitCodes.unusableInput, manual: 'The thing that was asked for does not exist.' },
  SECRET_KEY_MISSING: {
    exit: exitCodes.failed,
    manual:
      'A second factor was encrypted with a key that this process does not have. Set FLUXION_SECRET_KEY to that key, beside the one of now if it was changed; without it, its owner comes in with a recovery code, or `fluxion user reset MAIL` takes the second factor away.',
  },
  INVALID_INPUT: {
    exit: exitCodes.usage,
    manual: 'A value that was given does not exist or contradicts another. The message names it.',
  },
  CANNOT_LISTEN: {
    exit: exitCodes.failed,
    manual:
      'The address or the port may not be listened on: ports below 1024 need rights, and the address must be one of this machine.',
  },
  MIRROR_UNWRITABLE: {
    exit: exitCodes.failed,
    manual:
      'The columnar copy cannot be kept: its folder may not be written, the disk is full, or too many processes have a copy there. The message says which. PostgreSQL answers meanwhile, more slowly.',
  },
  MIRROR_BUSY: {
    exit: exitCodes.failed,
    manual: 'So many questions wait for the columnar copy that no more are taken. Ask again in a moment.',
  },
  MIRROR_BEHIND: {
    exit: exitCodes.failed,
    manual:
      'The columnar copy could not be brought up to date; the message says why. PostgreSQL answers meanwhile, more slowly.',
  },
  SQL_REFUSED: {
    exit: exitCodes.unusableInput,
    manual:
      "A person's SQL is not run as it is: it is no single SELECT, uses what is not allowed, or DuckDB refuses it. The message says what; docs/sql.md what may be used.",
  },
  SQL_TIMEOUT: {
    exit: exitCodes.failed,
    manual: "A person's SQL took longer than it may, and was stopped. Ask for less.",
  },
  NO_EXCHANGE_RATE: {
    exit: exitCodes.unusableInput,
    manual:
      'Amounts were asked for in dollars, and there are sales of days for which no exchange rate is known, neither their own nor an earlier one. Set one by PUT /tasas, or ask for bolívares.',
  },
  MIRROR_REFUSED: {
    exit: exitCodes.unusableInput,
    manual: 'The table cannot be mirrored as it was declared; the message says why, and what to do.',
  },
  MIRROR_LOCKED: {
    exit: exitCodes.database,
    manual:
      'Triggers that note changes could not be made or removed, because transactions use the table without a pause. Writers are never made to wait for that. End the longest transaction, or try again at a quieter time.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorTable;
