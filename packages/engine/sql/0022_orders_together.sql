-- Many orders written by one statement: their history is begun by one statement for all of them, which may be of several people.

CREATE FUNCTION fluxion.begin_history_of_new() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  author CONSTANT text := nullif(current_setting('fluxion.usuario_id', true), '');
  -- {"order's id": "person's id", ...}
  authors CONSTANT jsonb := nullif(current_setting('fluxion.autores', true), '')::jsonb;
BEGIN
  IF TG_TABLE_NAME = 'pedidos' THEN
    INSERT INTO public.pedidos_historial (pedido_id, usuario_id, operacion, estado_nuevo, despues)
    SELECT id, coalesce(authors ->> id, author), 'crear', estado, to_jsonb(new_rows) FROM new_rows;
  ELSE
    INSERT INTO public.pedidos_historial (pedido_id, detalle_id, usuario_id, operacion, despues)
    SELECT pedido_id, id, coalesce(authors ->> pedido_id, author), 'crear', to_jsonb(new_rows) FROM new_rows;
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION fluxion.begin_history_of_new() IS 'Statement trigger of pedidos and pedidos_detalle.';

CREATE OR REPLACE FUNCTION fluxion.record_order_history() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  old_row CONSTANT jsonb := to_jsonb(OLD);
  new_row CONSTANT jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(NEW) END;
  either_row CONSTANT jsonb := coalesce(new_row, old_row);
  is_line CONSTANT boolean := TG_TABLE_NAME = 'pedidos_detalle';
BEGIN
  INSERT INTO public.pedidos_historial
    (pedido_id, detalle_id, usuario_id, operacion, estado_anterior, estado_nuevo, antes, despues)
  VALUES (
    either_row ->> CASE WHEN is_line THEN 'pedido_id' ELSE 'id' END,
    CASE WHEN is_line THEN either_row ->> 'id' END,
    nullif(current_setting('fluxion.usuario_id', true), ''),
    CASE TG_OP WHEN 'UPDATE' THEN 'cambiar' ELSE 'quitar' END,
    old_row ->> 'estado', new_row ->> 'estado', old_row, new_row);
  RETURN NULL;
END $$;

COMMENT ON COLUMN public.pedidos_historial.usuario_id IS
  'Who made the change, from the session settings fluxion.autores (of new orders) or fluxion.usuario_id; NULL: not set.';

DROP TRIGGER history ON public.pedidos;
CREATE TRIGGER history AFTER UPDATE OR DELETE ON public.pedidos
  FOR EACH ROW WHEN (NOT fluxion.is_bulk_load()) EXECUTE FUNCTION fluxion.record_order_history();
CREATE TRIGGER history_of_new AFTER INSERT ON public.pedidos REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT WHEN (NOT fluxion.is_bulk_load()) EXECUTE FUNCTION fluxion.begin_history_of_new();

DROP TRIGGER history ON public.pedidos_detalle;
CREATE TRIGGER history AFTER UPDATE OR DELETE ON public.pedidos_detalle
  FOR EACH ROW WHEN (NOT fluxion.is_bulk_load()) EXECUTE FUNCTION fluxion.record_order_history();
CREATE TRIGGER history_of_new AFTER INSERT ON public.pedidos_detalle REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT WHEN (NOT fluxion.is_bulk_load()) EXECUTE FUNCTION fluxion.begin_history_of_new();
