-- What a mirror reads. All of it by the statement's own snapshot, as any table's rows are: functions such as
-- pg_partition_tree() read the newest state of the catalogues, and lock.

-- The declared tables with all their parts, down to the leaves that have the rows.
CREATE VIEW fluxion_mirror.parts AS
WITH RECURSIVE parts AS (
  SELECT t.id, t.noting, c.oid, c.xmin AS version, c.relkind, ARRAY[c.oid] AS lineage
  FROM fluxion_mirror.tables AS t
  JOIN pg_catalog.pg_namespace AS n ON n.nspname = t.schema_name
  JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = t.table_name
  UNION ALL
  SELECT p.id, p.noting, c.oid, c.xmin, c.relkind, p.lineage || c.oid
  FROM parts AS p
  JOIN pg_catalog.pg_inherits AS i ON i.inhparent = p.oid AND NOT i.inhdetachpending
  JOIN pg_catalog.pg_class AS c ON c.oid = i.inhrelid
  WHERE p.relkind = 'p')
SELECT id, noting, oid, version, relkind, lineage FROM parts;
COMMENT ON VIEW fluxion_mirror.parts IS 'lineage: the oids from the declared table down to the part, both included.';

-- Statement triggers fire for the relation only that the statement names: each level needs its own. Rows that MERGE moves
-- from one partition to another appear in none of them, so partitions have a row trigger for these.
CREATE VIEW fluxion_mirror.equipment AS
WITH parts AS MATERIALIZED (SELECT * FROM fluxion_mirror.parts),
keys AS (
  -- NULL if rows are divided by an expression somewhere.
  SELECT p.id, CASE WHEN bool_and(a.attname IS NOT NULL) THEN array_agg(DISTINCT a.attname::text) END AS keys
  FROM parts AS p
  JOIN pg_catalog.pg_partitioned_table AS t ON t.partrelid = p.oid
  CROSS JOIN unnest(t.partattrs::int2[]) AS key(attnum)
  LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = p.oid AND a.attnum = key.attnum
  GROUP BY p.id)
SELECT p.id, p.oid, p.lineage, p.relkind, format('%I.%I', n.nspname, c.relname) AS relation,
  pg_catalog.pg_has_role(c.relowner, 'USAGE') AS is_ours,
  CASE WHEN r.relkind = 'p' THEN format('%I.%I', rn.nspname, r.relname) END AS divided,
  k.keys,
  p.noting = 'writers' OR coalesce(g.firing, 0) = CASE WHEN r.relkind = 'p' THEN 4 ELSE 3 END AS equipped,
  coalesce(g.versions, '') AS versions
FROM parts AS p
LEFT JOIN keys AS k ON k.id = p.id
JOIN pg_catalog.pg_class AS c ON c.oid = p.oid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_class AS r ON r.oid = p.lineage[1]
JOIN pg_catalog.pg_namespace AS rn ON rn.oid = r.relnamespace
LEFT JOIN LATERAL (
  SELECT string_agg(t.oid || ':' || t.xmin, ' ' ORDER BY t.oid) AS versions,
    count(*) FILTER (
      WHERE t.tgfoid = to_regprocedure(
          format('fluxion_mirror.note_%s_%s()', CASE t.tgname WHEN 'fluxion_mirror_move' THEN 'moves' ELSE 'changes' END, p.id))
        AND t.tgenabled IN ('A', 'O')) AS firing
  FROM pg_catalog.pg_trigger AS t
  WHERE t.tgrelid = p.oid
    AND t.tgname IN ('fluxion_mirror_insert', 'fluxion_mirror_update', 'fluxion_mirror_delete', 'fluxion_mirror_move')
) AS g ON p.noting = 'triggers';
COMMENT ON VIEW fluxion_mirror.equipment IS 'Whether the triggers of each part are there and fire. versions: other ones than before may have been off meanwhile.';

-- Fingerprints of the declared tables, asked for before each exact answer: each microsecond counts. A version of a
-- catalogue's row is told by its oid and the transaction that wrote it; VACUUM and ANALYZE write none. Their hashes are
-- combined so that their order does not matter; the numbers keep equal ones of different catalogues apart.
CREATE FUNCTION fluxion_mirror.layouts(OUT id integer, OUT fingerprint bigint) RETURNS SETOF record
LANGUAGE plpgsql STABLE ROWS 20
SET plan_cache_mode = force_generic_plan SET jit = off
AS $$
BEGIN
  RETURN QUERY
  WITH parts AS MATERIALIZED (SELECT p.id, p.oid, p.version FROM fluxion_mirror.parts AS p)
  SELECT f.id, bit_xor(f.part) FROM (
    SELECT p.id, hash_record_extended(ROW(p.oid, p.version), 1) AS part FROM parts AS p
    UNION ALL
    SELECT p.id, hash_record_extended(ROW(t.oid, t.xmin), 2) FROM parts AS p
    JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = p.oid AND t.tgname BETWEEN 'fluxion_mirror_delete' AND 'fluxion_mirror_update'
    UNION ALL
    SELECT t.id, hash_record_extended(ROW(c.oid, a.attnum, a.xmin), 3)
    FROM fluxion_mirror.tables AS t
    JOIN pg_catalog.pg_namespace AS n ON n.nspname = t.schema_name
    JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = t.table_name
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
    UNION ALL
    -- Labels of enums, whoever has columns of them: a new name for one changes values without a note.
    SELECT DISTINCT p.id, (SELECT bit_xor(hash_record_extended(ROW(e.oid, e.xmin), 4)) FROM pg_catalog.pg_enum AS e)
    FROM parts AS p) AS f
  GROUP BY f.id;
END $$;

-- STABLE: all of it is read by the snapshot of the statement that calls it.
CREATE FUNCTION fluxion_mirror.fence(since_xmax xid8, since_running xid8[], most bigint,
  OUT snapshot pg_snapshot, OUT history uuid, OUT horizon xid8, OUT changed json, OUT layouts json)
LANGUAGE plpgsql STABLE
-- Statistics of a table that grows lag behind: its index is the way, whatever they say.
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off
AS $$
BEGIN
  snapshot := pg_current_snapshot();
  SELECT CASE WHEN h.database = fluxion_mirror.this_database() THEN h.incarnation END, h.horizon INTO history, horizon
  FROM fluxion_mirror.history AS h;
  SELECT json_agg(json_build_array(n.table_id, n.unit)) INTO changed
  FROM (
    SELECT DISTINCT n.table_id, n.unit FROM (
      SELECT n.table_id, n.unit FROM fluxion_mirror.notes AS n WHERE n.xid >= since_xmax
      UNION ALL
      SELECT n.table_id, n.unit FROM fluxion_mirror.notes AS n WHERE n.xid = ANY (since_running)) AS n
    LIMIT most) AS n;
  SELECT json_object_agg(l.id, l.fingerprint::text) INTO layouts FROM fluxion_mirror.layouts() AS l;
END $$;
COMMENT ON FUNCTION fluxion_mirror.fence(xid8, xid8[], bigint) IS
  'The units with a committed note that a reader with the given snapshot (its xmax, and what was running) does not see: that reader''s snapshot would make pg_visible_in_snapshot(xid) false. history is NULL if the notes are of another database than this one.';
