-- How changes are noted. Each table noted by triggers has a function of its own, which is generated from its unit's
-- columns when it is declared, and which calls note_units. Who writes at his own responsibility calls note.

-- The values of a unit's columns, as an array can hold several of them.
CREATE TYPE fluxion_mirror.unit AS (columns text[]);

CREATE FUNCTION fluxion_mirror.note_units(mirrored_table integer, units fluxion_mirror.unit[]) RETURNS void
LANGUAGE plpgsql
-- One plan per session, and never one that reads all notes, however few there were when it was made.
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
AS $$
BEGIN
  IF current_setting('transaction_isolation') = 'serializable' THEN
    -- To read where all others write would make transactions fail that have nothing to do with each other.
    INSERT INTO fluxion_mirror.notes (table_id, unit) SELECT mirrored_table, u.columns FROM unnest(units) AS u;
  ELSE
    -- A transaction that writes row by row notes each unit once. OFFSET keeps the planner from a join over all notes.
    INSERT INTO fluxion_mirror.notes (table_id, unit)
    SELECT mirrored_table, u.columns FROM unnest(units) AS u
    WHERE NOT EXISTS (
      SELECT FROM fluxion_mirror.notes AS n
      WHERE n.xid = pg_current_xact_id() AND n.table_id = mirrored_table
        AND hash_array(n.unit) = hash_array(u.columns COLLATE "C") AND n.unit = u.columns
      OFFSET 0);
  END IF;
END $$;
COMMENT ON FUNCTION fluxion_mirror.note_units(integer, fluxion_mirror.unit[]) IS
  'Notes, within the caller''s transaction, that the units of the table (by its id in fluxion_mirror.tables) have changed.';
REVOKE EXECUTE ON FUNCTION fluxion_mirror.note_units(integer, fluxion_mirror.unit[]) FROM PUBLIC;

CREATE FUNCTION fluxion_mirror.note(relation regclass, VARIADIC unit text[] DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET datestyle = 'ISO, YMD' AS $$
DECLARE
  mirrored fluxion_mirror.tables;
  columns text[] := '{}';
  place integer;
  one text;
BEGIN
  SELECT t.* INTO mirrored
  FROM fluxion_mirror.tables AS t
  JOIN pg_catalog.pg_namespace AS n ON n.nspname = t.schema_name
  JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = t.table_name
  WHERE c.oid = relation OR c.oid = pg_partition_root(relation);
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF cardinality(unit) <> cardinality(mirrored.unit) THEN
    RAISE EXCEPTION 'a unit of % has % values, not %', relation, cardinality(mirrored.unit), cardinality(unit)
      USING ERRCODE = 'invalid_parameter_value', HINT = format('Give the values of: %s.', array_to_string(mirrored.unit, ', '));
  END IF;
  -- As the triggers write them: 2024-1-31 and 2024-01-31 are the same unit.
  FOR place IN 1 .. cardinality(unit) LOOP
    EXECUTE format('SELECT ($1::%s)::text', mirrored.unit_types[place]) INTO one USING unit[place];
    columns := columns || one;
  END LOOP;
  PERFORM fluxion_mirror.note_units(mirrored.id, ARRAY[ROW(columns)::fluxion_mirror.unit]);
END $$;
COMMENT ON FUNCTION fluxion_mirror.note(regclass, text[]) IS
  'Notes, within the caller''s transaction, that the rows of one unit of the table (or of the table that it is a partition of) have changed: for whoever writes into tables that are noted by their writers. Dates as ISO. Does nothing if the table is not mirrored.';
