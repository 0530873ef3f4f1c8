-- Month partitions of the facts: created ahead of time by the program, and on demand when a load or a migration brings a
-- month that does not exist yet. There is no default partition: PostgreSQL would have to scan it, under an exclusive lock,
-- each time a month is added, and wrong dates would end up in it unnoticed.

CREATE FUNCTION fluxion.fact_tables() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['ventas_raw', 'facturas', 'items_facturas', 'movimientos_inventario'];
COMMENT ON FUNCTION fluxion.fact_tables() IS 'The tables partitioned by month; receipts come before their lines.';

CREATE FUNCTION fluxion.partition_name(fact text, month date) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN fact || '_' || lpad(extract(year FROM month)::text, 4, '0') || '_' || lpad(extract(month FROM month)::text, 2, '0');
COMMENT ON FUNCTION fluxion.partition_name(text, date) IS 'The name of a fact table''s partition for a month of a year of four digits, e.g. ventas_raw_2024_09.';

CREATE FUNCTION fluxion.is_attached(fact text, month date) RETURNS boolean
LANGUAGE sql STABLE
RETURN EXISTS (
  SELECT FROM pg_catalog.pg_inherits AS i
  JOIN pg_catalog.pg_class AS c ON c.oid = i.inhrelid
  WHERE i.inhparent = ('public.' || fact)::regclass AND c.relname = fluxion.partition_name(fact, month));
COMMENT ON FUNCTION fluxion.is_attached(text, date) IS 'Whether the fact table has a partition for the month.';

-- A statement on a partitioned table fires only that table's statement triggers, and one on a partition only the
-- partition's. Partitions inherit row triggers, but not statement triggers.
CREATE FUNCTION fluxion.copy_statement_triggers(fact text, partition text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  definition text;
BEGIN
  FOR definition IN
    SELECT pg_catalog.pg_get_triggerdef(t.oid) FROM pg_catalog.pg_trigger AS t
    -- Bit 0 of tgtype: a row trigger.
    WHERE t.tgrelid = format('public.%I', fact)::regclass AND NOT t.tgisinternal AND t.tgtype & 1 = 0
      AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_trigger AS p
        WHERE p.tgrelid = format('public.%I', partition)::regclass AND p.tgname = t.tgname)
    ORDER BY t.tgname
  LOOP
    EXECUTE replace(definition, format(' ON public.%I ', fact), format(' ON public.%I ', partition));
  END LOOP;
END $$;
COMMENT ON FUNCTION fluxion.copy_statement_triggers(text, text) IS 'Creates the statement triggers of the table that its partition still lacks.';

CREATE FUNCTION fluxion.equip_partitions() RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  partition record;
BEGIN
  FOR partition IN
    SELECT f AS fact, c.relname AS name
    FROM unnest(fluxion.fact_tables()) AS f
    JOIN pg_catalog.pg_inherits AS i ON i.inhparent = ('public.' || f)::regclass
    JOIN pg_catalog.pg_class AS c ON c.oid = i.inhrelid
    ORDER BY 1, 2
  LOOP
    PERFORM fluxion.copy_statement_triggers(partition.fact, partition.name);
  END LOOP;
END $$;
COMMENT ON FUNCTION fluxion.equip_partitions() IS 'Creates missing statement triggers on all partitions; called by migrations that add triggers.';

-- The foreign key connects the two partitions of a month, not the partitioned tables. Because fecha is part of the key, a
-- line and its receipt always fall in the same month, so the same rows are rejected. A key on the partitioned tables would
-- check each row against all partitions, which gets slower with every month (most of all on PostgreSQL 16), and adding a
-- month would wait for every running load of receipts and block the ones behind it.
CREATE FUNCTION fluxion.link_receipts(month date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  items CONSTANT text := fluxion.partition_name('items_facturas', month);
  link CONSTANT text := items || '_factura_fkey';
BEGIN
  PERFORM FROM pg_catalog.pg_constraint
  WHERE conrelid = format('public.%I', items)::regclass AND conname = link;
  IF NOT FOUND THEN
    EXECUTE format(
      'ALTER TABLE public.%I ADD CONSTRAINT %I FOREIGN KEY (ubicacion_id, fecha, factura_id) REFERENCES public.%I (ubicacion_id, fecha, id)',
      items, link, fluxion.partition_name('facturas', month));
  END IF;
END $$;
COMMENT ON FUNCTION fluxion.link_receipts(date) IS 'Creates the foreign key from a month''s receipt lines to its receipts.';

CREATE FUNCTION fluxion.link_all_receipts() RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  month date;
BEGIN
  FOR month IN
    SELECT to_date(right(c.relname, 7), 'YYYY_MM') FROM pg_catalog.pg_inherits AS i
    JOIN pg_catalog.pg_class AS c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'public.items_facturas'::regclass
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k WHERE k.conrelid = c.oid AND k.contype = 'f')
    ORDER BY c.relname
  LOOP
    PERFORM fluxion.link_receipts(month);
  END LOOP;
END $$;
COMMENT ON FUNCTION fluxion.link_all_receipts() IS 'Creates the foreign key in every month that lacks it.';

-- Created as a separate table and then attached: ATTACH (SHARE UPDATE EXCLUSIVE) lets reads and writes of the other months
-- continue, whereas CREATE TABLE ... PARTITION OF would block them until the caller commits.
CREATE FUNCTION fluxion.create_partition(fact text, month date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  partition CONSTANT text := fluxion.partition_name(fact, month);
BEGIN
  EXECUTE format(
    'CREATE TABLE public.%I (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)', partition, fact);
  EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)',
    fact, partition, month, (month + interval '1 month')::date);
  PERFORM fluxion.copy_statement_triggers(fact, partition);
END $$;
COMMENT ON FUNCTION fluxion.create_partition(text, date) IS 'Creates and attaches one month of one fact table. Only for ensure_partitions, which serialises the calls.';

CREATE FUNCTION fluxion.ensure_partitions(desde date, hasta date) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  -- A mistyped year in a feed (1202 for 2012) must not fill the catalogue with partitions.
  most_months CONSTANT integer := 1200;
  month date;
  fact text;
  created integer := 0;
BEGIN
  IF desde IS NULL OR hasta IS NULL OR NOT isfinite(desde) OR NOT isfinite(hasta) OR desde > hasta THEN
    RAISE EXCEPTION 'ensure_partitions: % to % is not a range of dates', desde, hasta USING ERRCODE = 'invalid_parameter_value';
  END IF;
  -- The API's business dates have the same bounds. A year of any other length would not fit the partitions' names either.
  IF desde < DATE '1000-01-01' OR hasta > DATE '2999-12-31' THEN
    RAISE EXCEPTION 'ensure_partitions: % to % is not within 1000-01-01 to 2999-12-31', desde, hasta
      USING ERRCODE = 'invalid_parameter_value', HINT = 'One of the dates is probably wrong.';
  END IF;
  IF hasta - desde > most_months * 31 THEN
    RAISE EXCEPTION 'ensure_partitions: % to % is more than % months', desde, hasta, most_months
      USING ERRCODE = 'invalid_parameter_value', HINT = 'One of the dates is probably wrong.';
  END IF;
  FOR month IN
    SELECT m::date FROM generate_series(date_trunc('month', desde::timestamp), hasta::timestamp, interval '1 month') AS m
    WHERE EXISTS (SELECT FROM unnest(fluxion.fact_tables()) AS f WHERE NOT fluxion.is_attached(f, m::date))
  LOOP
    -- Only callers with something to create wait here; each one checks again once it has the lock.
    PERFORM pg_advisory_xact_lock(hashtextextended('fluxion.ensure_partitions', 0));
    FOREACH fact IN ARRAY fluxion.fact_tables() LOOP
      IF NOT fluxion.is_attached(fact, month) THEN
        PERFORM fluxion.create_partition(fact, month);
        created := created + 1;
      END IF;
    END LOOP;
    PERFORM fluxion.link_receipts(month);
  END LOOP;
  RETURN created;
END $$;
COMMENT ON FUNCTION fluxion.ensure_partitions(date, date) IS
  'Creates the month partitions of all fact tables between two dates, both inclusive, and returns how many it created. Idempotent and safe to call concurrently. Call it before the transaction that loads: other sessions see the partitions only after commit.';
