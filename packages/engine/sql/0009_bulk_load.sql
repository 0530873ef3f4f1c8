-- A whole chain moved in at once. A session that says SET fluxion.bulk_load = 'on' spares the triggers of the facts what
-- they do for each statement: several streams into one table would wait for each other's commit there. Before the first
-- row unlink_receipts() takes away the foreign keys of the receipt lines, which would check row by row. When the rows
-- are in, finish_bulk_load() does all of it at once.

CREATE FUNCTION fluxion.unlink_receipts() RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  link record;
BEGIN
  FOR link IN
    SELECT c.conrelid::regclass AS partition, c.conname AS name FROM pg_catalog.pg_constraint AS c
    JOIN pg_catalog.pg_inherits AS i ON i.inhrelid = c.conrelid AND i.inhparent = 'public.items_facturas'::regclass
    WHERE c.contype = 'f'
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', link.partition, link.name);
  END LOOP;
END $$;
COMMENT ON FUNCTION fluxion.unlink_receipts() IS
  'Takes the foreign keys of the receipt lines away until finish_bulk_load(), or link_all_receipts() where that was never reached, brings them back.';

CREATE FUNCTION fluxion.restart_sequences() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  -- Forwards only; max() of no rows is NULL, which greatest() leaves out.
  PERFORM setval('public.ventas_raw_id_seq', greatest((SELECT max(id) FROM public.ventas_raw), last_value))
  FROM public.ventas_raw_id_seq;
  PERFORM setval('public.cargas_id_seq',
    greatest((SELECT max(id::bigint) FROM public.cargas WHERE id ~ '^[0-9]{1,18}$'), last_value))
  FROM public.cargas_id_seq;
  PERFORM setval('public.pedidos_numero_seq', greatest((SELECT max(numero) FROM public.pedidos), last_value))
  FROM public.pedidos_numero_seq;
  PERFORM setval('public.pedidos_historial_id_seq', greatest((SELECT max(id) FROM public.pedidos_historial), last_value))
  FROM public.pedidos_historial_id_seq;
END $$;
COMMENT ON FUNCTION fluxion.restart_sequences() IS 'Lets the sequences go on after the greatest number that rows which were copied in brought along.';

CREATE FUNCTION fluxion.finish_bulk_load() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  -- From here on no other session writes facts until this commits: what follows sees them whole.
  LOCK TABLE public.ventas_raw, public.facturas, public.items_facturas, public.movimientos_inventario IN SHARE ROW EXCLUSIVE MODE;
  PERFORM fluxion.link_all_receipts();
  PERFORM fluxion.reconcile_masters();
  PERFORM fluxion.rebuild_ventas_diarias();
  PERFORM fluxion.restart_sequences();
END $$;
COMMENT ON FUNCTION fluxion.finish_bulk_load() IS
  'Checks and derives at once what a bulk load was spared. Fails, and changes nothing, if the rows break a key.';
