-- The facts' references to the masters, enforced once per statement. A declared foreign key would be checked row by row
-- (see 0003) and more than double the time of a bulk load; here the distinct values of a statement are looked up together.
-- An unknown store is refused. An unknown product is not, because a sale is never dropped for a gap in the catalogue: the
-- product gets a placeholder row for someone to complete (productos.es_provisional).
--
-- A statement trigger with a transition table on a partitioned table makes COPY into that table insert row by row; COPY
-- directly into the month's partition still inserts in batches.

CREATE FUNCTION fluxion.is_bulk_load() RETURNS boolean
LANGUAGE sql STABLE
RETURN coalesce(current_setting('fluxion.bulk_load', true), '') = 'on';
COMMENT ON FUNCTION fluxion.is_bulk_load() IS 'Whether this session has SET fluxion.bulk_load = ''on'' and must therefore call fluxion.finish_bulk_load(), see 0009.';

CREATE FUNCTION fluxion.require_stores() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  unknown text;
BEGIN
  IF fluxion.is_bulk_load() THEN
    RETURN NULL;
  END IF;
  SELECT string_agg(n.ubicacion_id, ', ' ORDER BY n.ubicacion_id) INTO unknown
  FROM (SELECT DISTINCT ubicacion_id FROM new_rows) AS n
  WHERE NOT EXISTS (SELECT FROM public.ubicaciones AS u WHERE u.id = n.ubicacion_id);
  IF unknown IS NOT NULL THEN
    RAISE EXCEPTION '% has rows of stores that are not in ubicaciones: %', TG_TABLE_NAME, unknown
      USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, COLUMN = 'ubicacion_id';
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION fluxion.require_stores() IS 'Statement trigger of receipts and movements: refuses stores that are not in ubicaciones.';

CREATE FUNCTION fluxion.insert_placeholder_products(ids text[]) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  inserted integer;
BEGIN
  INSERT INTO public.productos (id, codigo, descripcion, categoria, es_provisional)
  SELECT i.id,
    -- codigo is unique, and another product may already have this id as its code.
    CASE WHEN EXISTS (SELECT FROM public.productos AS p WHERE p.codigo = i.id) THEN 'PROV-' || md5(i.id) ELSE i.id END,
    'Producto sin catálogo ' || i.id, 'SIN CATEGORIA', true
  FROM (SELECT DISTINCT unnest(ids) AS id) AS i
  WHERE NOT EXISTS (SELECT FROM public.productos AS p WHERE p.id = i.id)
  -- Always in the same order, so that two loads with the same new products wait instead of deadlocking.
  ORDER BY i.id
  ON CONFLICT (id) DO NOTHING;
  GET DIAGNOSTICS inserted = ROW_COUNT;
  RETURN inserted;
END $$;
COMMENT ON FUNCTION fluxion.insert_placeholder_products(text[]) IS 'Adds the given product ids that are missing from the catalogue, flagged es_provisional; returns how many it added.';

CREATE FUNCTION fluxion.add_placeholder_products() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  missing text[];
BEGIN
  IF fluxion.is_bulk_load() THEN
    RETURN NULL;
  END IF;
  SELECT array_agg(n.producto_id) INTO missing
  FROM (SELECT DISTINCT producto_id FROM new_rows WHERE producto_id IS NOT NULL) AS n
  WHERE NOT EXISTS (SELECT FROM public.productos AS p WHERE p.id = n.producto_id);
  IF missing IS NOT NULL THEN
    PERFORM fluxion.insert_placeholder_products(missing);
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION fluxion.add_placeholder_products() IS 'Statement trigger of the facts that name products: adds placeholders, so that no fact is orphaned.';

-- The other direction: a store or product that facts name cannot be deleted. The facts have no index by product, so the
-- check scans all of them; that is acceptable because masters are normally retired, not deleted.
CREATE FUNCTION fluxion.refuse_delete_of_used() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  reference CONSTANT text := TG_ARGV[0];
  fact text;
  used text;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'rows of % can be deleted under READ COMMITTED only', TG_TABLE_NAME
      USING ERRCODE = 'feature_not_supported', DETAIL = 'An older snapshot does not show who uses them.';
  END IF;
  -- Waits for running loads, so that their rows are visible below; loads that start later see the delete.
  LOCK TABLE public.ventas_raw, public.facturas, public.items_facturas, public.movimientos_inventario IN SHARE MODE;
  FOREACH fact IN ARRAY fluxion.fact_tables() LOOP
    CONTINUE WHEN NOT EXISTS (
      SELECT FROM pg_catalog.pg_attribute
      WHERE attrelid = format('public.%I', fact)::regclass AND attname = reference);
    EXECUTE format('SELECT f.%1$I FROM public.%2$I AS f WHERE f.%1$I IN (SELECT id FROM old_rows) LIMIT 1', reference, fact)
    INTO used;
    IF used IS NOT NULL THEN
      RAISE EXCEPTION '% % is named in %', TG_TABLE_NAME, used, fact
        USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, HINT = 'Set activo to false instead of deleting it.';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION fluxion.refuse_delete_of_used() IS 'Statement trigger of ubicaciones and productos; its argument is the facts'' column that names them.';

-- AFTER, so that a TRUNCATE may name the facts along with their masters. It holds the emptied table to itself, so any load
-- that has read the table has committed by now.
CREATE FUNCTION fluxion.refuse_truncate_of_used() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  reference CONSTANT text := TG_ARGV[0];
  fact text;
  used boolean;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION '% can be truncated under READ COMMITTED only', TG_TABLE_NAME
      USING ERRCODE = 'feature_not_supported', DETAIL = 'An older snapshot does not show who uses its rows.';
  END IF;
  FOREACH fact IN ARRAY TG_ARGV[1:] LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE %I IS NOT NULL)', fact, reference) INTO used;
    IF used THEN
      RAISE EXCEPTION '% cannot be emptied while % has rows that need it', TG_TABLE_NAME, fact
        USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, HINT = 'Truncate both in the same statement.';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION fluxion.refuse_truncate_of_used() IS
  'TRUNCATE trigger of tables that facts depend on without a foreign key, which would refuse it; its arguments are the facts'' column, then the facts.';

CREATE FUNCTION fluxion.refuse_change_of_id() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the id of a row of % does not change (% to %)', TG_TABLE_NAME, OLD.id, NEW.id
    USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, COLUMN = 'id';
END $$;
COMMENT ON FUNCTION fluxion.refuse_change_of_id() IS 'Row trigger of ubicaciones and productos: facts refer to them by id, so ids never change.';

CREATE TRIGGER refuse_delete AFTER DELETE ON public.ubicaciones REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION fluxion.refuse_delete_of_used('ubicacion_id');
CREATE TRIGGER refuse_delete AFTER DELETE ON public.productos REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION fluxion.refuse_delete_of_used('producto_id');
CREATE TRIGGER refuse_truncate AFTER TRUNCATE ON public.ubicaciones FOR EACH STATEMENT
  EXECUTE FUNCTION fluxion.refuse_truncate_of_used('ubicacion_id', 'ventas_raw', 'facturas', 'items_facturas', 'movimientos_inventario');
CREATE TRIGGER refuse_truncate AFTER TRUNCATE ON public.productos FOR EACH STATEMENT
  EXECUTE FUNCTION fluxion.refuse_truncate_of_used('producto_id', 'ventas_raw', 'items_facturas', 'movimientos_inventario');
CREATE TRIGGER refuse_change_of_id BEFORE UPDATE OF id ON public.ubicaciones FOR EACH ROW
  WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION fluxion.refuse_change_of_id();
CREATE TRIGGER refuse_change_of_id BEFORE UPDATE OF id ON public.productos FOR EACH ROW
  WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION fluxion.refuse_change_of_id();

DO $$
DECLARE
  fact text;
  event text;
BEGIN
  -- One trigger per event: PostgreSQL allows only one event for a trigger with a transition table.
  FOREACH event IN ARRAY ARRAY['INSERT', 'UPDATE'] LOOP
    FOREACH fact IN ARRAY fluxion.fact_tables() LOOP
      -- The foreign key of ventas_diarias (0008) checks the stores of ventas_raw, and the receipts' key those of items_facturas.
      IF fact IN ('facturas', 'movimientos_inventario') THEN
        EXECUTE format(
          'CREATE TRIGGER %I AFTER %s ON public.%I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fluxion.require_stores()',
          'require_stores_' || lower(event), event, fact);
      END IF;
      IF fact <> 'facturas' THEN
        EXECUTE format(
          'CREATE TRIGGER %I AFTER %s ON public.%I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fluxion.add_placeholder_products()',
          'add_placeholder_products_' || lower(event), event, fact);
      END IF;
    END LOOP;
  END LOOP;
END $$;
SELECT fluxion.equip_partitions();

CREATE FUNCTION fluxion.reconcile_masters() RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  fact text;
  missing text[];
  unknown text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['ventas_raw', 'items_facturas', 'movimientos_inventario'] LOOP
    EXECUTE format(
      'SELECT array_agg(f.producto_id) FROM (SELECT DISTINCT producto_id FROM public.%I WHERE producto_id IS NOT NULL) AS f
       WHERE NOT EXISTS (SELECT FROM public.productos AS p WHERE p.id = f.producto_id)', fact) INTO missing;
    PERFORM fluxion.insert_placeholder_products(missing);
  END LOOP;
  -- Foreign keys check the stores of the other facts, as above.
  FOREACH fact IN ARRAY ARRAY['facturas', 'movimientos_inventario'] LOOP
    EXECUTE format(
      'SELECT string_agg(f.ubicacion_id, '', '' ORDER BY f.ubicacion_id) FROM (SELECT DISTINCT ubicacion_id FROM public.%I) AS f
       WHERE NOT EXISTS (SELECT FROM public.ubicaciones AS u WHERE u.id = f.ubicacion_id)', fact) INTO unknown;
    IF unknown IS NOT NULL THEN
      RAISE EXCEPTION '% has rows of stores that are not in ubicaciones: %', fact, unknown
        USING ERRCODE = 'foreign_key_violation', TABLE = fact, COLUMN = 'ubicacion_id';
    END IF;
  END LOOP;
END $$;
COMMENT ON FUNCTION fluxion.reconcile_masters() IS 'Does for all facts at once what the triggers do per statement: adds placeholders for unknown products and refuses unknown stores.';

-- For facts that predate this migration.
SELECT fluxion.reconcile_masters();

-- NUMERIC(p,s) refuses infinities by itself but accepts NaN, which makes every sum it is part of NaN. NULL columns are no
-- obstacle: only false breaks a CHECK, and NULL AND false is false.
DO $$
DECLARE
  target record;
BEGIN
  FOR target IN
    SELECT c.relname AS name, string_agg(format('%I <> ''NaN''', a.attname), ' AND ' ORDER BY a.attnum) AS condition
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND a.atttypid = 'numeric'::regtype
    GROUP BY c.relname ORDER BY c.relname
  LOOP
    EXECUTE format('ALTER TABLE public.%I ADD CONSTRAINT %I CHECK (%s)',
      target.name, target.name || '_no_nan_check', target.condition);
  END LOOP;
END $$;
