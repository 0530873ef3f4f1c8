-- What a dollar costs, by day: amounts are booked in bolívares and asked for in either.

CREATE TABLE public.tasas_cambio (
  fecha DATE PRIMARY KEY,
  bs_por_usd NUMERIC(18,6) NOT NULL CHECK (bs_por_usd > 0),
  fuente VARCHAR(10) NOT NULL CHECK (fuente IN ('facturas', 'manual')),
  -- Divided once and here, to so many decimals that a day's amount of 10^15 is right to the thousandth: a product of decimals
  -- is exact in every engine, a quotient is not. The dividend's zeros make PostgreSQL give that many.
  usd_por_bs NUMERIC(25,18) GENERATED ALWAYS AS (round(1.000000000000000000000000 / nullif(bs_por_usd, 0), 18)) STORED,
  -- NaN is greater than zero.
  CONSTRAINT tasas_cambio_no_nan_check CHECK (bs_por_usd <> 'NaN' AND usd_por_bs <> 'NaN')
);
COMMENT ON TABLE public.tasas_cambio IS 'Exchange rates. A day without a row has the rate of the last one before it.';
COMMENT ON COLUMN public.tasas_cambio.bs_por_usd IS 'Bolívares per US dollar.';
COMMENT ON COLUMN public.tasas_cambio.fuente IS 'facturas: the rate that most receipts of the day carry, kept by triggers; manual: what somebody has set, which they do not change.';
COMMENT ON COLUMN public.tasas_cambio.usd_por_bs IS 'US dollars per bolívar: amounts are multiplied by it.';

CREATE FUNCTION fluxion.tasa_de_facturas(day date) RETURNS numeric
LANGUAGE sql STABLE
RETURN (
  SELECT tasa_cambio FROM public.facturas WHERE fecha = day AND tasa_cambio > 0
  GROUP BY tasa_cambio ORDER BY count(*) DESC, tasa_cambio DESC LIMIT 1);
COMMENT ON FUNCTION fluxion.tasa_de_facturas(date) IS 'The rate that most receipts of the day carry, of equally many the highest; NULL if none carries one.';

CREATE FUNCTION fluxion.recompute_tasa(day date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  rate numeric;
BEGIN
  -- Before the row, or rebuild_tasas() and this could wait for each other.
  LOCK TABLE public.tasas_cambio IN ROW EXCLUSIVE MODE;
  -- Stores load the same day at the same time: whoever has the row's lock sees what the others have committed. Without a
  -- change nothing is written, since most receipts of a day carry the rate that is known already.
  LOOP
    PERFORM FROM public.tasas_cambio WHERE fecha = day FOR UPDATE;
    EXIT WHEN FOUND;
    rate := fluxion.tasa_de_facturas(day);
    IF rate IS NULL THEN
      RETURN;
    END IF;
    INSERT INTO public.tasas_cambio (fecha, bs_por_usd, fuente) VALUES (day, rate, 'facturas') ON CONFLICT DO NOTHING;
  END LOOP;
  rate := fluxion.tasa_de_facturas(day);
  IF rate IS NULL THEN
    DELETE FROM public.tasas_cambio WHERE fecha = day AND fuente = 'facturas';
  ELSE
    UPDATE public.tasas_cambio SET bs_por_usd = rate WHERE fecha = day AND fuente = 'facturas' AND bs_por_usd <> rate;
  END IF;
END $$;
COMMENT ON FUNCTION fluxion.recompute_tasa(date) IS 'Brings a day''s rate to what its receipts say, unless somebody has set it.';

CREATE FUNCTION fluxion.quitar_tasa(day date) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.tasas_cambio SET fuente = 'facturas' WHERE fecha = day AND fuente = 'manual';
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM fluxion.recompute_tasa(day);
  RETURN true;
END $$;
COMMENT ON FUNCTION fluxion.quitar_tasa(date) IS 'Gives up the rate that somebody has set for the day; false if nobody has.';

CREATE FUNCTION fluxion.keep_tasas() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  day date;
BEGIN
  IF fluxion.is_bulk_load() THEN
    RETURN NULL;
  END IF;
  -- In one order, so that two statements that touch the same days wait for each other, not for ever.
  IF TG_OP = 'INSERT' THEN
    FOR day IN SELECT DISTINCT fecha FROM new_rows ORDER BY 1 LOOP
      PERFORM fluxion.recompute_tasa(day);
    END LOOP;
  ELSIF TG_OP = 'DELETE' THEN
    FOR day IN SELECT DISTINCT fecha FROM old_rows ORDER BY 1 LOOP
      PERFORM fluxion.recompute_tasa(day);
    END LOOP;
  ELSE
    FOR day IN SELECT fecha FROM old_rows UNION SELECT fecha FROM new_rows ORDER BY 1 LOOP
      PERFORM fluxion.recompute_tasa(day);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION fluxion.keep_tasas() IS 'Statement trigger of facturas and its partitions.';

CREATE FUNCTION fluxion.rebuild_tasas() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  -- Writers of facturas wait in their trigger until this commits; readers do not.
  LOCK TABLE public.tasas_cambio IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM public.tasas_cambio AS t
  WHERE t.fuente = 'facturas' AND NOT EXISTS (SELECT FROM public.facturas AS f WHERE f.fecha = t.fecha AND f.tasa_cambio > 0);
  INSERT INTO public.tasas_cambio AS t (fecha, bs_por_usd, fuente)
  SELECT DISTINCT ON (fecha) fecha, tasa_cambio, 'facturas'
  FROM (SELECT fecha, tasa_cambio, count(*) AS n FROM public.facturas WHERE tasa_cambio > 0 GROUP BY fecha, tasa_cambio) AS carried
  ORDER BY fecha, n DESC, tasa_cambio DESC
  ON CONFLICT (fecha) DO UPDATE SET bs_por_usd = excluded.bs_por_usd
  WHERE t.fuente = 'facturas' AND t.bs_por_usd <> excluded.bs_por_usd;
END $$;
COMMENT ON FUNCTION fluxion.rebuild_tasas() IS
  'Brings all rates to what the receipts say, but for those that somebody has set. Needed after a bulk load, and after detaching or dropping a partition, which fires no trigger.';

CREATE FUNCTION fluxion.empty_tasas() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  -- A bulk load empties partitions side by side, each before it fills it.
  IF NOT fluxion.is_bulk_load() THEN
    PERFORM fluxion.rebuild_tasas();
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION fluxion.empty_tasas() IS 'TRUNCATE trigger of facturas and its partitions.';

CREATE TRIGGER tasas_insert AFTER INSERT ON public.facturas REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION fluxion.keep_tasas();
CREATE TRIGGER tasas_update AFTER UPDATE ON public.facturas REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION fluxion.keep_tasas();
CREATE TRIGGER tasas_delete AFTER DELETE ON public.facturas REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION fluxion.keep_tasas();
CREATE TRIGGER tasas_truncate AFTER TRUNCATE ON public.facturas
  FOR EACH STATEMENT EXECUTE FUNCTION fluxion.empty_tasas();
SELECT fluxion.equip_partitions();

CREATE OR REPLACE FUNCTION fluxion.finish_bulk_load() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  -- No other session can write facts from here until this commits, so the steps below see all of them.
  LOCK TABLE public.ventas_raw, public.facturas, public.items_facturas, public.movimientos_inventario IN SHARE ROW EXCLUSIVE MODE;
  PERFORM fluxion.link_all_receipts();
  PERFORM fluxion.reconcile_masters();
  PERFORM fluxion.rebuild_ventas_diarias();
  PERFORM fluxion.rebuild_tasas();
  PERFORM fluxion.restart_sequences();
END $$;

SELECT fluxion.rebuild_tasas();
