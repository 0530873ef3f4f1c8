import { operatingOptions } from './operating.ts';
import type { OptionSpec } from './spec.ts';

/** Every setting of Fluxion, those of operating.ts with them. Flags, environment variables, help texts and docs/configuration.md come from here. */
export const optionTable = {
  database: {
    type: 'string',
    placeholder: 'URL',
    env: 'DATABASE_URL',
    help: 'the PostgreSQL to use (postgresql://user:password@host:port/name, or ?passwordsecret=ARN for a password in AWS Secrets Manager); without it, the one that ships with Fluxion',
  },
  home: {
    type: 'string',
    placeholder: 'FOLDER',
    env: 'FLUXION_HOME',
    default: '.fluxion',
    help: 'where the embedded PostgreSQL keeps its data, and temporary files go; relative to the working folder',
  },
  json: { type: 'boolean', help: 'print one JSON object on stdout at the end; everything else goes to stderr' },
  help: { type: 'boolean', help: 'show what a command does and takes' },
  version: { type: 'boolean', help: "print Fluxion's version" },
  port: {
    type: 'integer',
    placeholder: 'PORT',
    env: 'PORT',
    default: 8001,
    minimum: 0,
    maximum: 65_535,
    help: 'the port that the API and the dashboard listen on; 0 takes a free one',
  },
  host: {
    type: 'string',
    placeholder: 'ADDRESS',
    env: 'FLUXION_HOST',
    default: '127.0.0.1',
    help: 'the address to listen on; 0.0.0.0 lets other machines in',
  },
  'query-timeout': {
    type: 'integer',
    placeholder: 'SECONDS',
    env: 'FLUXION_QUERY_TIMEOUT',
    default: 30,
    minimum: 1,
    maximum: 3600,
    help: 'after so many seconds the API gives up a question to the database, and answers 504',
  },
  log: {
    type: 'string',
    placeholder: 'LEVEL',
    env: 'LOG_LEVEL',
    default: 'warn',
    choices: ['fatal', 'error', 'warn', 'info', 'debug'],
    help: 'how much the server logs: fatal, error, warn, info (each request) or debug',
  },
  from: {
    type: 'string',
    placeholder: 'FILE',
    help: 'migrate this DuckDB file into the empty database first, and prove it',
  },
  'first-day': {
    type: 'string',
    flag: 'from',
    placeholder: 'YYYY-MM-DD',
    help: 'the first business date; without it, five weeks before the last one',
  },
  to: {
    type: 'string',
    placeholder: 'YYYY-MM-DD',
    help: "the last business date; without it, the stores' latest today",
  },
  demo: { type: 'boolean', help: 'fill the database with the demo chain if it is empty' },
  rows: {
    type: 'integer',
    placeholder: 'N',
    default: 1_000_000,
    minimum: 1,
    help: 'how many sales lines the demo chain has',
  },
  name: { type: 'string', placeholder: 'NAME', default: 'cli', help: 'what the token is called in the list of tokens' },
  'full-name': {
    type: 'string',
    flag: 'name',
    placeholder: 'NAME',
    help: "the person's name; without it, their mail address",
  },
  role: {
    type: 'string',
    placeholder: 'ROLE',
    choices: ['visualizador', 'gerente_tienda', 'gestor_abastecimiento', 'gerente_general', 'super_admin'],
    help: 'what the person may do; each role may do more than the one before it: visualizador, gerente_tienda, gestor_abastecimiento, gerente_general, super_admin',
  },
  'user-store': {
    type: 'list',
    flag: 'store',
    placeholder: 'STORE',
    help: 'the id or code of a store that the person may see; may be repeated. From gerente_general on they see every store',
  },
  days: {
    type: 'integer',
    placeholder: 'N',
    default: 90,
    minimum: 1,
    maximum: 3650,
    help: 'days until the token expires',
  },
  schema: {
    type: 'string',
    placeholder: 'NAME',
    default: 'public',
    help: 'the schema of the PostgreSQL database that the tables are in',
  },
  'also-schema': {
    type: 'list',
    placeholder: 'NAME',
    help: 'take the tables of this schema too, which keeps its name; may be repeated. Those that a migration brought come by themselves',
  },
  only: { type: 'list', placeholder: 'TABLE', help: 'take these tables and no others; may be repeated' },
  exclude: { type: 'list', placeholder: 'TABLE', help: 'leave these tables out; may be repeated' },
  select: {
    type: 'list',
    placeholder: 'TABLE=SQL',
    help: "read a table with this query in DuckDB's SQL; may be repeated",
  },
  jobs: {
    type: 'integer',
    placeholder: 'N',
    default: 2,
    minimum: 1,
    maximum: 64,
    help: 'how many streams copy one table at the same time, each on a connection of its own',
  },
  'dry-run': { type: 'boolean', help: 'say what would be done, and write nothing' },
  'on-loss': {
    type: 'string',
    placeholder: 'HOW',
    choices: ['fail', 'reject', 'convert'],
    help: 'what becomes of values that PostgreSQL cannot hold: fail (unless told otherwise) stops before any row moves, reject writes their rows to files, convert takes the nearest value that it holds',
  },
  rejects: {
    type: 'string',
    placeholder: 'FOLDER',
    help: "where rejected rows are written. migrate: one file for each table of --on-loss reject; without it, FILE's name with .rejects, in the working folder. load: one CSV for each file that has some",
  },
  resume: { type: 'boolean', help: 'go on with a migration that broke off' },
  changed: {
    type: 'boolean',
    help: 'with --resume, for a file that has changed since: copy the pieces that differ',
  },
  replace: {
    type: 'boolean',
    help: 'begin anew. migrate: take back a migration that broke off, and empty the tables that hold rows; export: put the new file in the place of one that is there; sources add: put the new description in the place of that of the same name',
  },
  'no-verify': { type: 'boolean', help: 'do not compare both sides once the rows are there' },
  report: {
    type: 'string',
    placeholder: 'FILE.html',
    help: 'write a page about the migration, for people: verdict, speed, plan, losses, rejects, proof',
  },
  feed: {
    type: 'string',
    placeholder: 'FEED',
    help: 'what the files hold: ventas, facturas, inventario, movimientos, productos, proveedores, ubicaciones, precios, configuracion, categorias or producto_proveedor; without it, told by their columns',
  },
  store: {
    type: 'string',
    placeholder: 'STORE',
    help: 'the id or code of the store. load: all lines are of it; recover: only its gaps are loaded; sources test: only it is asked',
  },
  date: {
    type: 'string',
    placeholder: 'YYYY-MM-DD',
    help: 'the business date that all lines are of, or that a source is asked for',
  },
  timezone: {
    type: 'string',
    placeholder: 'ZONE',
    help: "the zone of times that are written without one, as in America/Caracas; without it, the store's own",
  },
  describe: {
    type: 'string',
    placeholder: 'FILE',
    help: 'a feed.json that describes the files, in the place of those beside them',
  },
  column: {
    type: 'list',
    placeholder: 'OURS=THEIRS',
    help: "our field and the file's column that it is in, by its name or its number from 1; may be repeated",
  },
  constant: {
    type: 'list',
    placeholder: 'OURS=VALUE',
    help: 'our field and the value that all lines have; may be repeated',
  },
  encoding: {
    type: 'string',
    placeholder: 'NAME',
    help: 'utf-8, windows-1252, utf-16le or utf-16be; without it, recognised',
  },
  delimiter: { type: 'string', placeholder: 'CHARACTER', help: 'what separates the fields of a CSV file, or tab' },
  decimal: { type: 'string', placeholder: 'CHARACTER', choices: ['.', ','], help: 'the decimal separator, . or ,' },
  'date-format': {
    type: 'string',
    placeholder: 'ORDER',
    choices: ['D/M/Y', 'M/D/Y', 'Y-M-D'],
    help: 'the order of day, month and year: D/M/Y, M/D/Y or Y-M-D, whatever separates them',
  },
  'no-header': { type: 'boolean', help: "the file's first line is one of rows: columns are told by number" },
  sheet: { type: 'string', placeholder: 'NAME', help: 'the sheet of a workbook; needed where several hold rows' },
  'rows-path': {
    type: 'string',
    flag: 'rows',
    placeholder: 'PATH',
    help: 'where the list of rows is in a JSON document, in dots: data.items',
  },
  'max-errors': {
    type: 'integer',
    placeholder: 'N',
    minimum: 0,
    help: 'a file with more rejected lines is not loaded; without it, 1000, nor one of which more than half is rejected',
  },
  force: { type: 'boolean', help: 'load also what is loaded already, and let a file without lines empty its day' },
  source: {
    type: 'string',
    placeholder: 'NAME',
    help: 'ask this HTTP source for --date, of --store or of all its stores, in the place of files',
  },
  'source-file': {
    type: 'string',
    flag: 'source',
    placeholder: 'FILE',
    help: 'the DuckDB file that is to be migrated: whether it can be read, and has room',
  },
  target: {
    type: 'string',
    placeholder: 'KIND',
    choices: ['rds'],
    help: 'rds: ask for what production on Amazon RDS needs besides',
  },
  storage: {
    type: 'integer',
    placeholder: 'GB',
    minimum: 1,
    help: 'what the server of the database has for data, in GiB: it does not tell itself',
  },
  processes: {
    type: 'integer',
    placeholder: 'N',
    default: 1,
    minimum: 1,
    help: 'how many processes of `fluxion up` there are to be at the same time; twice as many while a new one takes over',
  },
  file: {
    type: 'string',
    placeholder: 'FILE',
    help: 'a JSON file that describes the source; docs/sources.md says how',
  },
  url: {
    type: 'string',
    placeholder: 'ADDRESS',
    help: 'what is asked, with {store}, {date}, {date_next}, {page}, {offset}, {size} or {cursor} in it',
  },
  header: {
    type: 'list',
    placeholder: "'NAME: VALUE'",
    help: 'a header of each request, with ${VARIABLE} for a secret; may be repeated',
  },
  format: {
    type: 'string',
    placeholder: 'FORMAT',
    choices: ['json', 'ndjson', 'csv'],
    help: 'what the source answers with: json (unless told otherwise), ndjson or csv',
  },
  pages: {
    type: 'string',
    placeholder: 'HOW',
    choices: ['none', 'number', 'offset', 'cursor', 'link', 'next'],
    help: 'how the next page is asked for: none (unless told otherwise), by {page} number, by {offset}, by {cursor}, at the address of the header Link, or at the next address in JSON',
  },
  'page-size': {
    type: 'integer',
    placeholder: 'N',
    minimum: 1,
    help: 'how many rows a full page has, and what {size} is',
  },
  'next-at': {
    type: 'string',
    placeholder: 'PATH',
    help: 'where a page tells the next cursor or address, in dots: meta.next',
  },
  unit: {
    type: 'list',
    placeholder: 'COLUMN,COLUMN',
    help: 'the columns whose values say which rows are written together, and brought across together; without it, the whole table is. May be repeated',
  },
  noting: {
    type: 'string',
    placeholder: 'WHO',
    choices: ['triggers', 'writers'],
    help: 'who notes changes: triggers (unless told otherwise), or writers, who then must call fluxion_mirror.note',
  },
  check: {
    type: 'boolean',
    help: 'compare counts and digests of each unit of the copy with PostgreSQL, under one snapshot; exit 3 if any differ',
  },
  'no-mirror': {
    type: 'boolean',
    env: 'FLUXION_NO_MIRROR',
    help: 'keep no columnar copy: PostgreSQL answers the questions of analytics too; 1 or 0 in the environment',
  },
  'no-loads': {
    type: 'boolean',
    env: 'FLUXION_NO_LOADS',
    help: 'queue loads that people ask for, but neither plan nor work on them: `fluxion work` does; 1 or 0 in the environment',
  },
  for: {
    type: 'string',
    placeholder: 'URL',
    env: 'FLUXION_ROLE_URL',
    help: 'the address that Fluxion is to use: with the role, the database, and the password or passwordsecret=ARN',
  },
  'mirror-memory': {
    type: 'integer',
    placeholder: 'MIB',
    env: 'FLUXION_MIRROR_MEMORY',
    minimum: 64,
    help: 'the memory that the columnar copy may take, in MiB; without it, a share of what the container or the machine has',
  },
  ...operatingOptions,
  debug: { type: 'boolean', flag: false, env: 'FLUXION_DEBUG', help: '1 prints where an unforeseen error came from' },
} as const satisfies Record<string, OptionSpec>;

export type OptionName = keyof typeof optionTable;

type TextOf<Spec> = Spec extends { readonly choices: readonly (infer Choice)[] } ? Choice : string;
type Missing<Spec> = Spec extends { readonly default: string | number } ? never : undefined;
interface ValueOf<Spec> {
  readonly boolean: boolean;
  readonly list: readonly string[];
  readonly integer: number | Missing<Spec>;
  readonly string: TextOf<Spec> | Missing<Spec>;
}

/** The values of some options, typed by the table: an option without a default may be undefined. */
export type OptionValues<Names extends OptionName> = {
  readonly [Name in Names]: ValueOf<(typeof optionTable)[Name]>[(typeof optionTable)[Name]['type']];
};

/** Taken by every command. */
export const commonOptions = ['database', 'home', 'json', 'help'] as const satisfies readonly OptionName[];

export function optionSpec(name: OptionName): OptionSpec {
  return optionTable[name];
}

/** The option's flag without its dashes: its own name, unless another option's flag is called so too. */
export function flagOf(name: OptionName): OptionName {
  const { flag } = optionSpec(name);
  return typeof flag === 'string' && isOptionName(flag) ? flag : name;
}

export function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(optionTable, name);
}
