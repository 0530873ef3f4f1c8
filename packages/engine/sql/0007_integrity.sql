-- The facts' references to the masters, kept once per statement. A declared foreign key would be checked row by row
-- (see 0003): it more than doubles a bulk load. Here the distinct values of a statement are looked up together.
-- Stores: an unknown one is refused. Products: a sale is never dropped because its product is not in the catalogue yet;
-- the product gets a placeholder row that a person completes (productos.es_provisional).
--
-- A statement trigger on a partitioned table makes COPY into it insert row by row (2.1 s instead of 1.65 s for 500,000
-- lines); COPY into the month's partition itself does not pay that.

CREATE FUNCTION fluxion.is_bulk_load() RETURNS boolean
LANGUAGE sql STABLE
RETURN coalesce(current_setting('fluxion.bulk_load', true), '') = 'on';
COMMENT ON FUNCTION fluxion.is_bulk_load() IS 'Whether this session has said SET fluxion.bulk_load = ''on'', and so owes a fluxion.finish_bulk_load(), see 0009.';

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
    -- The code is the id, unless another product has that code already.
    CASE WHEN EXISTS (SELECT FROM public.productos AS p WHERE p.codigo = i.id) THEN 'PROV-' || md5(i.id) ELSE i.id END,
    'Producto sin catálogo ' || i.id, 'SIN CATEGORIA', true
  FROM (SELECT DISTINCT unnest(ids) AS id) AS i
  WHERE NOT EXISTS (SELECT FROM public.productos AS p WHERE p.id = i.id)
  -- In one order everywhere, so that two loads that bring the same new products wait for each other, not for ever.
  ORDER BY i.id
  ON CONFLICT (id) DO NOTHING;
  GET DIAGNOSTICS inserted = ROW_COUNT;
  RETURN inserted;
END $$;
COMMENT ON FUNCTION fluxion.insert_placeholder_products(text[]) IS 'Puts the given product ids that the catalogue lacks into it, flagged es_provisional; gives back how many.';

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
COMMENT ON FUNCTION fluxion.add_placeholder_products() IS 'Statement trigger of the facts that name products: 0 orphans.';

-- The other side: a store or a product that facts name cannot be deleted. Facts have no index by product, so this reads
-- them all; masters are retired, not deleted, so the price is paid where it is rare.
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
  -- Waits for the loads that are running, so that what they bring is seen below; the ones that come later see the delete.
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

CREATE FUNCTION fluxion.refuse_change_of_id() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the id of a row of % does not change (% to %)', TG_TABLE_NAME, OLD.id, NEW.id
    USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, COLUMN = 'id';
END $$;
COMMENT ON FUNCTION fluxion.refuse_change_of_id() IS 'Row trigger of ubicaciones and productos: facts name them by id.';

CREATE TRIGGER refuse_delete AFTER DELETE ON public.ubicaciones REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION fluxion.refuse_delete_of_used('ubicacion_id');
CREATE TRIGGER refuse_delete AFTER DELETE ON public.productos REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION fluxion.refuse_delete_of_used('producto_id');
CREATE TRIGGER refuse_change_of_id BEFORE UPDATE OF id ON public.ubicaciones FOR EACH ROW
  WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION fluxion.refuse_change_of_id();
CREATE TRIGGER refuse_change_of_id BEFORE UPDATE OF id ON public.productos FOR EACH ROW
  WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION fluxion.refuse_change_of_id();

DO $$
DECLARE
  fact text;
  event text;
BEGIN
  -- One trigger an event: PostgreSQL allows no more where the rows are handed over as a table.
  FOREACH event IN ARRAY ARRAY['INSERT', 'UPDATE'] LOOP
    FOREACH fact IN ARRAY fluxion.fact_tables() LOOP
      -- ventas_raw has its stores checked by the key of ventas_diarias (0008), items_facturas by that of its receipts.
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
  -- The other facts' stores follow, as above.
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
COMMENT ON FUNCTION fluxion.reconcile_masters() IS 'What the triggers do for a statement, for all facts at once: placeholders for unknown products, refusal of unknown stores.';

-- Facts that were there before this migration.
SELECT fluxion.reconcile_masters();
