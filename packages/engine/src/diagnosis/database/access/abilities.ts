import { quoteIdentifier, quoteQualified } from '../../../base/index.ts';

/** Where the trial's objects are made, all in transactions that are rolled back. */
export interface Place {
  readonly database: string;
  readonly role: string;
  /** A name that nobody else has. */
  readonly name: string;
}

/** Something that Fluxion does to a database. */
export interface Ability {
  /** After "may": `make schemas`. */
  readonly what: string;
  readonly sql: (place: Place) => string;
  /** What lets a role do it. */
  readonly grant: (place: Place) => string;
  /** Another ability without which this one cannot be tried, by its `what`. */
  readonly after?: string;
}

const createIn = ({ database, role }: Place) =>
  `GRANT CREATE, TEMPORARY ON DATABASE ${quoteIdentifier(database)} TO ${quoteIdentifier(role)}, or make it the owner of the database.`;
const publicSchema = ({ role }: Place) =>
  `GRANT CREATE, USAGE ON SCHEMA public TO ${quoteIdentifier(role)}; the owner of the database has both unless somebody took them away.`;
const language = ({ role }: Place) => `GRANT USAGE ON LANGUAGE plpgsql TO ${quoteIdentifier(role)}`;
const execute = (functions: string) => (place: Place) =>
  `GRANT EXECUTE ON FUNCTION ${functions} TO ${quoteIdentifier(place.role)}`;

const inSchema = ({ name }: Place, object: string) => quoteQualified(name, object);
const schemas = 'make schemas';
const tables = 'make partitioned tables';
const functions = 'make functions that work with their own rights';

/** Everything that Fluxion needs a right for, each by doing it: what is granted on paper may be refused all the same. */
export const abilities: readonly Ability[] = [
  { what: schemas, sql: ({ name }) => `CREATE SCHEMA ${quoteIdentifier(name)}`, grant: createIn },
  {
    what: 'make tables in the schema public',
    sql: ({ name }) =>
      `CREATE TABLE ${quoteQualified('public', name)} (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text COLLATE "C")`,
    grant: publicSchema,
  },
  {
    what: tables,
    after: schemas,
    sql: (place) => `
      CREATE TABLE ${inSchema(place, 'days')} (store text, day date, amount numeric, PRIMARY KEY (store, day)) PARTITION BY RANGE (day);
      CREATE TABLE ${inSchema(place, 'days_2026_01')} PARTITION OF ${inSchema(place, 'days')} FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
      CREATE INDEX ON ${inSchema(place, 'days')} USING brin (day);
      CREATE TABLE ${inSchema(place, 'lines')} (store text, day date, FOREIGN KEY (store, day) REFERENCES ${inSchema(place, 'days')});
      CREATE TYPE ${inSchema(place, 'kind')} AS ENUM ('one', 'other');
      CREATE VIEW ${inSchema(place, 'totals')} AS SELECT store, sum(amount) FROM ${inSchema(place, 'days')} GROUP BY store;
      COMMENT ON TABLE ${inSchema(place, 'days')} IS 'a trial'`,
    grant: createIn,
  },
  {
    what: functions,
    after: tables,
    sql: (place) => `
      CREATE FUNCTION ${inSchema(place, 'note')}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog SET datestyle = 'ISO, YMD' AS $$ BEGIN PERFORM count(*) FROM changed; RETURN NULL; END $$;
      REVOKE EXECUTE ON FUNCTION ${inSchema(place, 'note')}() FROM PUBLIC;
      GRANT USAGE ON SCHEMA ${quoteIdentifier(place.name)} TO PUBLIC`,
    grant: language,
  },
  {
    what: 'make triggers that see what a statement changed',
    after: functions,
    sql: (place) => `
      CREATE TRIGGER noting AFTER INSERT ON ${inSchema(place, 'days_2026_01')} REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION ${inSchema(place, 'note')}();
      INSERT INTO ${inSchema(place, 'days_2026_01')} VALUES ('T1', '2026-01-01', 1)`,
    grant: createIn,
  },
  {
    what: 'make temporary tables',
    sql: ({ name }) =>
      `CREATE TEMPORARY TABLE ${quoteIdentifier(name)} (id int) ON COMMIT DROP; ANALYZE ${quoteIdentifier(name)}`,
    grant: createIn,
  },
  {
    what: 'lock, empty and analyse its tables',
    after: tables,
    sql: (place) => `
      LOCK TABLE ${inSchema(place, 'days')} IN ACCESS EXCLUSIVE MODE NOWAIT;
      ALTER TABLE ${inSchema(place, 'days')} DISABLE TRIGGER USER;
      TRUNCATE ${inSchema(place, 'lines')}; ANALYZE ${inSchema(place, 'days')}`,
    grant: createIn,
  },
  {
    what: 'take advisory locks',
    sql: () => 'SELECT pg_try_advisory_xact_lock(hashtextextended($$fluxion.trial$$, 0))',
    grant: execute('pg_try_advisory_xact_lock(bigint), pg_advisory_xact_lock(bigint), pg_try_advisory_lock(int, int)'),
  },
  {
    what: 'set what its sessions work with',
    sql: () => `
      SET LOCAL synchronous_commit = off; SET LOCAL jit = off; SET LOCAL row_security = off; SET LOCAL lock_timeout = '5s';
      SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL maintenance_work_mem = '64MB';
      SET LOCAL idle_session_timeout = 0; SET LOCAL tcp_keepalives_idle = 30; SET LOCAL fluxion.bulk_load = on`,
    grant: ({ role }) => `GRANT SET ON PARAMETER the one that the message names TO ${quoteIdentifier(role)}`,
  },
  {
    what: 'tell the server and its transactions apart, for the mirror',
    sql: () => `
      SELECT system_identifier, pg_walfile_name(pg_current_wal_lsn()) FROM pg_control_system();
      SELECT pg_visible_in_snapshot(pg_current_xact_id(), pg_current_snapshot())`,
    grant: execute('pg_control_system(), pg_walfile_name(pg_lsn), pg_current_wal_lsn()'),
  },
];
