-- What a mirror needs to know of a database: which tables are mirrored, which of their units have changed, by which
-- transactions, and how far each mirror is. Everything is found by its qualified name: nobody's search_path matters.

-- Writers of mirrored tables call functions here, whoever they are. They see no table.
GRANT USAGE ON SCHEMA fluxion_mirror TO PUBLIC;

CREATE TABLE fluxion_mirror.history (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  -- Of the database that the notes are of. After a dump has been restored it is another one: the notes' transaction ids
  -- mean nothing there.
  database text NOT NULL,
  -- Another one each time that notes begin anew.
  incarnation uuid NOT NULL DEFAULT gen_random_uuid(),
  -- Notes of transactions before this one may have been removed.
  horizon xid8 NOT NULL
);

CREATE TABLE fluxion_mirror.tables (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- By name, not by oid: a table that takes another's place is what questions mean by the name.
  schema_name name NOT NULL,
  table_name name NOT NULL,
  unit text[] NOT NULL,
  -- Of the unit's columns, as a cast takes them.
  unit_types text[] NOT NULL,
  noting text NOT NULL CHECK (noting IN ('triggers', 'writers')),
  UNIQUE (schema_name, table_name)
);

-- Append-only. Without a key: no two writers ever wait for each other here.
CREATE TABLE fluxion_mirror.notes (
  -- Of the whole transaction, also where a savepoint's part of it writes.
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  table_id integer NOT NULL,
  -- Compared by bytes, whatever the database's collation.
  unit text[] COLLATE "C" NOT NULL
);
-- A unit's values may be longer than an index takes, so their hash stands for them.
CREATE INDEX notes_of_transaction ON fluxion_mirror.notes (xid, table_id, hash_array(unit));

CREATE TABLE fluxion_mirror.mirrors (
  id uuid PRIMARY KEY,
  -- A file whose state is not included in this one is of another past: the server has lost what the file has seen.
  promised pg_snapshot,
  -- The oldest transaction whose later notes the mirror needs; before the file is in the promised state and after.
  needed xid8 NOT NULL,
  seen timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);

CREATE FUNCTION fluxion_mirror.this_database() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
RETURN (SELECT system_identifier FROM pg_catalog.pg_control_system()) || '/' ||
  (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()) || '/' ||
  left(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_lsn()), 8);
COMMENT ON FUNCTION fluxion_mirror.this_database() IS
  'Server, database and timeline: transaction ids of another one mean something else. Fails on a standby.';
