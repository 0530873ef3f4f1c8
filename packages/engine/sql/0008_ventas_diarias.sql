-- ventas_diarias: one row per store and day, updated in the writer's own transaction, so that it always agrees with the
-- committed lines.
--
-- It stays exact under concurrency because a statement on ventas_raw first locks its units' rows here (inserting missing
-- ones) and only then re-reads the units' lines. If two writers touch one unit, the second waits for the first to commit
-- and then sees its lines; under REPEATABLE READ, where it would not, PostgreSQL raises a serialization failure. These are
-- row locks, not advisory locks, because a statement may touch any number of units and the shared lock table is small.

CREATE TABLE public.ventas_diarias (
  fecha DATE NOT NULL,
  -- This key also rejects sales lines of unknown stores.
  ubicacion_id VARCHAR(50) NOT NULL REFERENCES public.ubicaciones (id),
  venta_total NUMERIC(24,6) NOT NULL,
  unidades NUMERIC(24,6) NOT NULL,
  lineas INTEGER NOT NULL,
  lineas_devueltas INTEGER NOT NULL,
  total_facturas INTEGER NOT NULL,
  ticket_promedio NUMERIC(24,6) GENERATED ALWAYS AS (round(venta_total / nullif(total_facturas, 0), 6)) STORED,
  PRIMARY KEY (ubicacion_id, fecha)
);
COMMENT ON TABLE public.ventas_diarias IS 'Sales per store and business day, always equal to the sums over ventas_raw. A day without lines has no row. Written only by triggers.';
COMMENT ON COLUMN public.ventas_diarias.venta_total IS 'Sum of monto_total, returns included.';
COMMENT ON COLUMN public.ventas_diarias.unidades IS 'Sum of cantidad, returns included.';
COMMENT ON COLUMN public.ventas_diarias.lineas_devueltas IS 'Lines with a negative quantity.';
COMMENT ON COLUMN public.ventas_diarias.total_facturas IS 'Distinct invoice numbers; lines without one are not counted.';
COMMENT ON COLUMN public.ventas_diarias.ticket_promedio IS 'venta_total / total_facturas; NULL if no line has an invoice number.';
CREATE INDEX ventas_diarias_fecha_idx ON public.ventas_diarias (fecha);

CREATE FUNCTION fluxion.recompute_venta_diaria(store text, business_date date) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  -- Takes the lock. This must be a separate statement, so that the next one's snapshot is newer than the lock.
  INSERT INTO public.ventas_diarias AS d (ubicacion_id, fecha, venta_total, unidades, lineas, lineas_devueltas, total_facturas)
  VALUES (store, business_date, 0, 0, 0, 0, 0)
  ON CONFLICT (ubicacion_id, fecha) DO UPDATE SET lineas = d.lineas;

  UPDATE public.ventas_diarias AS d
  SET venta_total = t.venta_total, unidades = t.unidades, lineas = t.lineas,
    lineas_devueltas = t.lineas_devueltas, total_facturas = t.total_facturas
  FROM (
    SELECT coalesce(sum(v.monto_total), 0) AS venta_total, coalesce(sum(v.cantidad), 0) AS unidades, count(*) AS lineas,
      count(*) FILTER (WHERE v.cantidad < 0) AS lineas_devueltas, count(DISTINCT v.numero_factura) AS total_facturas
    FROM public.ventas_raw AS v WHERE v.ubicacion_id = store AND v.fecha = business_date) AS t
  WHERE d.ubicacion_id = store AND d.fecha = business_date;

  DELETE FROM public.ventas_diarias AS d WHERE d.ubicacion_id = store AND d.fecha = business_date AND d.lineas = 0;
END $$;
COMMENT ON FUNCTION fluxion.recompute_venta_diaria(text, date) IS 'Recomputes one unit of ventas_diarias from its lines.';

CREATE FUNCTION fluxion.keep_ventas_diarias() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  unit record;
BEGIN
  IF fluxion.is_bulk_load() THEN
    RETURN NULL;
  END IF;
  -- In one order, so that two statements that touch the same units wait for each other, not for ever.
  IF TG_OP = 'INSERT' THEN
    FOR unit IN SELECT DISTINCT ubicacion_id, fecha FROM new_rows ORDER BY 1, 2 LOOP
      PERFORM fluxion.recompute_venta_diaria(unit.ubicacion_id, unit.fecha);
    END LOOP;
  ELSIF TG_OP = 'DELETE' THEN
    FOR unit IN SELECT DISTINCT ubicacion_id, fecha FROM old_rows ORDER BY 1, 2 LOOP
      PERFORM fluxion.recompute_venta_diaria(unit.ubicacion_id, unit.fecha);
    END LOOP;
  ELSE
    FOR unit IN SELECT ubicacion_id, fecha FROM old_rows UNION SELECT ubicacion_id, fecha FROM new_rows ORDER BY 1, 2 LOOP
      PERFORM fluxion.recompute_venta_diaria(unit.ubicacion_id, unit.fecha);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION fluxion.keep_ventas_diarias() IS 'Statement trigger of ventas_raw and its partitions.';

CREATE FUNCTION fluxion.empty_ventas_diarias() RETURNS trigger
LANGUAGE plpgsql SET datestyle = 'ISO' AS $$
DECLARE
  -- From FOR VALUES FROM ('2024-09-01') TO ('2024-10-01'); NULL if the truncated table is not a partition.
  bounds CONSTANT text[] := (
    SELECT regexp_match(pg_catalog.pg_get_expr(relpartbound, oid), '\(''([0-9-]+)''\) TO \(''([0-9-]+)''\)')
    FROM pg_catalog.pg_class WHERE oid = TG_RELID);
BEGIN
  IF bounds IS NULL THEN
    DELETE FROM public.ventas_diarias;
  ELSE
    DELETE FROM public.ventas_diarias WHERE fecha >= bounds[1]::date AND fecha < bounds[2]::date;
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION fluxion.empty_ventas_diarias() IS 'TRUNCATE trigger of ventas_raw and its partitions.';

-- A guard against accidents: a sum written by hand would stay wrong until the next sale of that day.
CREATE FUNCTION fluxion.refuse_handwritten_ventas_diarias() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'ventas_diarias is derived from ventas_raw and cannot be written directly'
    USING ERRCODE = 'object_not_in_prerequisite_state', TABLE = TG_TABLE_NAME,
      HINT = 'Change ventas_raw, or call fluxion.rebuild_ventas_diarias().';
END $$;
COMMENT ON FUNCTION fluxion.refuse_handwritten_ventas_diarias() IS 'Statement trigger of ventas_diarias.';
-- Depth 0: no trigger of ventas_raw is the writer.
CREATE TRIGGER refuse_handwritten BEFORE INSERT OR UPDATE OR DELETE ON public.ventas_diarias FOR EACH STATEMENT
  WHEN (pg_trigger_depth() = 0 AND NOT fluxion.is_bulk_load())
  EXECUTE FUNCTION fluxion.refuse_handwritten_ventas_diarias();
CREATE TRIGGER refuse_truncate AFTER TRUNCATE ON public.ventas_diarias FOR EACH STATEMENT
  EXECUTE FUNCTION fluxion.refuse_truncate_of_used('ubicacion_id', 'ventas_raw');

CREATE FUNCTION fluxion.rebuild_ventas_diarias() RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  month record;
  bulk_load CONSTANT text := coalesce(current_setting('fluxion.bulk_load', true), '');
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'ventas_diarias can be rebuilt under READ COMMITTED only'
      USING ERRCODE = 'feature_not_supported', DETAIL = 'An older snapshot does not show the last lines.';
  END IF;
  -- Writers of ventas_raw wait in their trigger until this commits, then recompute their own units; readers do not wait.
  LOCK TABLE public.ventas_diarias IN SHARE ROW EXCLUSIVE MODE;
  -- Lets this function pass the guard; a failure takes the setting back with the rest.
  PERFORM set_config('fluxion.bulk_load', 'on', true);
  DELETE FROM public.ventas_diarias;
  -- Month by month, to keep each sort small.
  FOR month IN
    SELECT c.oid::regclass AS partition FROM pg_catalog.pg_inherits AS i
    JOIN pg_catalog.pg_class AS c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'public.ventas_raw'::regclass ORDER BY c.relname
  LOOP
    EXECUTE format(
      'INSERT INTO public.ventas_diarias (ubicacion_id, fecha, venta_total, unidades, lineas, lineas_devueltas, total_facturas)
       SELECT v.ubicacion_id, v.fecha, coalesce(sum(v.monto_total), 0), coalesce(sum(v.cantidad), 0), count(*),
         count(*) FILTER (WHERE v.cantidad < 0), count(DISTINCT v.numero_factura)
       FROM %s AS v GROUP BY v.ubicacion_id, v.fecha', month.partition);
  END LOOP;
  PERFORM set_config('fluxion.bulk_load', bulk_load, true);
END $$;
COMMENT ON FUNCTION fluxion.rebuild_ventas_diarias() IS
  'Rebuilds ventas_diarias from all of ventas_raw. Needed after a bulk load, and after detaching or dropping a partition, which fires no trigger.';

CREATE TRIGGER ventas_diarias_insert AFTER INSERT ON public.ventas_raw REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION fluxion.keep_ventas_diarias();
CREATE TRIGGER ventas_diarias_update AFTER UPDATE ON public.ventas_raw REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION fluxion.keep_ventas_diarias();
CREATE TRIGGER ventas_diarias_delete AFTER DELETE ON public.ventas_raw REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION fluxion.keep_ventas_diarias();
CREATE TRIGGER ventas_diarias_truncate AFTER TRUNCATE ON public.ventas_raw
  FOR EACH STATEMENT EXECUTE FUNCTION fluxion.empty_ventas_diarias();
SELECT fluxion.equip_partitions();
SELECT fluxion.rebuild_ventas_diarias();
