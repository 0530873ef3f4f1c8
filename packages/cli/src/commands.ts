import type { CommandSpec } from './command.ts';
import type { OptionName } from './options/index.ts';

/** Holds a command's declaration to its implementation: it may only use the options that it declares. */
function command<const Names extends OptionName>(spec: CommandSpec<Names>): CommandSpec<Names> {
  return spec;
}

/** Every command, in the order that help lists them. The files behind `load` are read only when theirs is called. */
export const commands = {
  up: command({
    summary: 'start the server, the API and the dashboard; Ctrl-C stops them all',
    about: [
      'Where no database is given it starts the PostgreSQL that ships with Fluxion, and stops it at the end.',
      'A given database need not be there yet: what needs it answers 503 until it is.',
      'With --from, a database that already holds exactly what the file holds is served as it is.',
      'What else can be set, by the environment alone, is in docs/configuration.md.',
    ].join(' '),
    options: [
      'port',
      'host',
      'query-timeout',
      'from',
      'demo',
      'rows',
      'log',
      'no-mirror',
      'mirror-memory',
      'environment',
      'origins',
      'proxies',
      'rate-limit',
      'metrics-token',
      'secret-keys',
      'sentry',
      'traces',
      'no-loads',
    ],
    load: () => import('./commands/up.ts'),
  }),
  demo: command({
    summary: 'fill an empty database with a made-up chain of 16 stores over 13 months',
    options: ['rows'],
    load: () => import('./commands/demo.ts'),
  }),
  migrate: command({
    summary: 'bring any DuckDB database to PostgreSQL',
    operand: 'FILE',
    guarded: true,
    about: [
      'A table that the target lacks is created as it is in the file; one that fits is filled; one that does',
      'not fit, or is not empty, is refused before any row moves. Each table is compared with its source once its',
      'rows are there. What breaks off goes on with --resume. Exit 3 if rows were rejected, something was refused',
      'or a comparison differs.',
    ].join(' '),
    options: [
      'dry-run',
      'schema',
      'only',
      'exclude',
      'select',
      'jobs',
      'on-loss',
      'rejects',
      'resume',
      'changed',
      'replace',
      'no-verify',
      'report',
    ],
    load: () => import('./commands/migrate.ts'),
  }),
  verify: command({
    summary: 'compare a DuckDB database with PostgreSQL, row for row; exit 3 if they differ',
    operand: 'FILE',
    guarded: true,
    about: 'Values that were rejected or converted are compared as such if --on-loss says what the migration was told.',
    options: ['schema', 'only', 'exclude', 'select', 'on-loss'],
    load: () => import('./commands/verify.ts'),
  }),
  export: command({
    summary: 'bring a PostgreSQL database to a new DuckDB file, while others go on writing: the way back',
    operand: 'FILE',
    about: [
      'All tables as they are at one moment, each with the types that it had in the DuckDB database it came from, and',
      'compared with its source before the file gets its name. Constraints and the like that DuckDB does not have are',
      'left out, and told. Exit 3 if a comparison differs or a table cannot be exported.',
    ].join(' '),
    options: ['schema', 'also-schema', 'only', 'exclude', 'replace', 'no-verify'],
    load: () => import('./commands/export.ts'),
  }),
  load: command({
    summary: 'load what stores deliver: sales, receipts, stock, masters, as CSV, JSON, Parquet or Excel',
    operand: 'PATH...',
    about: [
      "Files and folders; how a file is to be understood is recognised, or said by flags or by a feed.json beside it. A store's",
      'day is replaced whole, and what is loaded already is skipped. Exit 3 if lines were rejected, 4 if a file cannot be used.',
    ].join(' '),
    options: [
      'dry-run',
      'feed',
      'store',
      'date',
      'timezone',
      'describe',
      'column',
      'constant',
      'encoding',
      'delimiter',
      'decimal',
      'date-format',
      'no-header',
      'sheet',
      'rows-path',
      'rejects',
      'max-errors',
      'force',
      'source',
    ],
    load: () => import('./commands/load.ts'),
  }),
  sources: command({
    summary:
      "describe the APIs of tills, so that `load --source`, the schedule and `recover` can ask them for a store's day",
    operand: 'VERB [NAME]...',
    about: [
      'Verbs: add, list, show, test, pause, resume, remove. add takes a description from --file or from flags; secrets stay in',
      'the environment, and it only names their variables, as in "Authorization: Bearer ${TILL_TOKEN}". test asks for the first',
      'page of --date, of --store or of every store, and shows how it is understood without loading it. pause keeps the',
      'schedule from asking.',
    ].join(' '),
    options: [
      'file',
      'feed',
      'url',
      'header',
      'format',
      'rows-path',
      'pages',
      'page-size',
      'next-at',
      'column',
      'constant',
      'timezone',
      'date-format',
      'decimal',
      'encoding',
      'delimiter',
      'no-header',
      'replace',
      'store',
      'date',
    ],
    load: () => import('./commands/sources.ts'),
  }),
  gaps: command({
    summary:
      'show which stores have their sales of which days: loaded, empty, short, failed, missing; exit 3 if there are gaps',
    about: [
      'Short is a day with less than half of the lines that the store usually has on that weekday: the median of the 8 weeks',
      "before. Days before a store's first data, its own today and the weekdays on which it is closed are no gaps.",
    ].join(' '),
    options: ['first-day', 'to'],
    load: () => import('./commands/gaps.ts'),
  }),
  recover: command({
    summary: 'load the gaps again: from the HTTP source of the store, else from the file that the ledger names',
    about: 'What one store-day fails by does not keep the others from being loaded. Exit 3 if some of the gaps stay.',
    options: ['first-day', 'to', 'store'],
    load: () => import('./commands/recover.ts'),
  }),
  work: command({
    summary:
      'load what is due and what the queue of loads holds, and end: for a scheduler; exit 3 if not all was loaded',
    about: [
      'What `fluxion up` does all the time, once: it plans, and works until nothing is left that can be loaded now. What fails',
      'stays in the queue for a later call. Any number of them may run at once, beside servers too; none loads what another',
      'does. With `fluxion up --no-loads` servers leave loads to it.',
    ].join(' '),
    options: [],
    load: () => import('./commands/work.ts'),
  }),
  mirror: command({
    summary: 'the columnar copy that answers questions of analytics: how it is, what it holds; brings it up to date',
    operand: 'VERB [TABLE]...',
    about: [
      'Verbs: status, sync, rebuild, add, remove. status shows what is mirrored and how far each process is that has a mirror',
      'open; sync brings the copy up to date, rebuild copies the tables anew that are named, or all; add has a table of any',
      'database mirrored, and remove ends that. While `fluxion up` runs it is asked over the database; otherwise the command opens',
      'the copy itself.',
    ].join(' '),
    options: ['check', 'unit', 'noting', 'mirror-memory'],
    load: () => import('./commands/mirror.ts'),
  }),
  user: command({
    summary:
      'who may sign in: add people, list them, give them a link to choose their password; whoever can reach the database may',
    operand: 'VERB [MAIL]...',
    about: [
      'Verbs: add, list, link, reset, disable, enable. add takes a --role, and the stores that the person may see, and prints a',
      'link with which they choose their password, once and within a day; link prints another one, and reset takes a lost second',
      'factor away too. disable ends their sessions and keys for good.',
    ].join(' '),
    options: ['full-name', 'role', 'user-store'],
    load: () => import('./commands/user.ts'),
  }),
  token: command({
    summary: 'print an API token of the local administrator; whoever can reach the database may',
    options: ['name', 'days'],
    load: () => import('./commands/token.ts'),
  }),
  'prepare-role': command({
    summary: 'make the ordinary role that Fluxion signs in as, and its database, as an administrator of the server',
    about: [
      '--database (DATABASE_URL) is the address of the administrator, who must be able to create roles and databases and need be no',
      "superuser, as RDS's; --for is the address that Fluxion is to use: its role, database, and password or secret. It may be",
      'run again, and then sets the password again. At the end it signs in as the role, and says what it may. Exit 3 if',
      'a right is missing, or tables belong to another role.',
    ].join(' '),
    options: ['for'],
    load: () => import('./commands/prepare-role.ts'),
  }),
  url: command({
    summary: "print the database's URL with its password, the embedded one's too, and one that is in a secret",
    options: [],
    load: () => import('./commands/url.ts'),
  }),
  doctor: command({
    summary:
      'what is wrong with this installation, or with a database before a cut-over, and what to do; exit 3 if there is',
    about: [
      'It changes nothing: what the role of the database may do is tried in transactions that are rolled back. With --target rds',
      'it asks for what production on Amazon RDS needs besides, with --source whether a DuckDB file can be read and has room.',
      'docs/doctor.md has each check. Exit 3 if there are problems, 5 if the database cannot be used at all.',
    ].join(' '),
    options: ['target', 'source-file', 'storage', 'processes', 'mirror-memory', 'secret-keys'],
    load: () => import('./commands/doctor.ts'),
  }),
} as const;

export type CommandName = keyof typeof commands;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
