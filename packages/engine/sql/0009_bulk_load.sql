-- Moving a whole chain in at once. In a session that has SET fluxion.bulk_load = 'on', the facts' triggers do nothing;
-- otherwise, parallel streams into one table would wait there for each other's commit. Before the first row,
-- unlink_receipts() drops the foreign keys of the receipt lines, which would be checked row by row. Once the rows are in,
-- finish_bulk_load() makes up for all of it.

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
  'Drops the foreign keys of the receipt lines. finish_bulk_load() restores them, or link_all_receipts() if the load never got that far.';

CREATE FUNCTION fluxion.restart_sequences() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  -- Forwards only; max() of no rows is NULL, which greatest() ignores.
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
COMMENT ON FUNCTION fluxion.restart_sequences() IS 'Advances the sequences past the highest number among the copied rows.';

CREATE FUNCTION fluxion.finish_bulk_load() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  -- No other session can write facts from here until this commits, so the steps below see all of them.
  LOCK TABLE public.ventas_raw, public.facturas, public.items_facturas, public.movimientos_inventario IN SHARE ROW EXCLUSIVE MODE;
  PERFORM fluxion.link_all_receipts();
  PERFORM fluxion.reconcile_masters();
  PERFORM fluxion.rebuild_ventas_diarias();
  PERFORM fluxion.restart_sequences();
END $$;
COMMENT ON FUNCTION fluxion.finish_bulk_load() IS
  'Runs the checks and derivations that a bulk load skipped. If the rows violate a key, it fails and changes nothing.';
