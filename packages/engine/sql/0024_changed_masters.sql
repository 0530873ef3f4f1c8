-- A file whose masters have changed since it was moved in: a bulk load takes the rows out and brings them back as they are now.
-- finish_bulk_load() then does for all facts what these triggers refuse: it adds placeholders for products that are gone, and
-- refuses facts of stores that are.

DROP TRIGGER refuse_delete ON public.ubicaciones;
CREATE TRIGGER refuse_delete AFTER DELETE ON public.ubicaciones REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT WHEN (NOT fluxion.is_bulk_load()) EXECUTE FUNCTION fluxion.refuse_delete_of_used('ubicacion_id');
DROP TRIGGER refuse_delete ON public.productos;
CREATE TRIGGER refuse_delete AFTER DELETE ON public.productos REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT WHEN (NOT fluxion.is_bulk_load()) EXECUTE FUNCTION fluxion.refuse_delete_of_used('producto_id');
