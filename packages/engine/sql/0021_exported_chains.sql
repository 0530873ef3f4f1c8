-- A file that Fluxion has exported holds what triggers otherwise write, and can be moved into another database.

-- finish_bulk_load() derives the sums anew, whatever a bulk load has done to them.
DROP TRIGGER refuse_truncate ON public.ventas_diarias;
CREATE TRIGGER refuse_truncate AFTER TRUNCATE ON public.ventas_diarias FOR EACH STATEMENT
  WHEN (NOT fluxion.is_bulk_load()) EXECUTE FUNCTION fluxion.refuse_truncate_of_used('ubicacion_id', 'ventas_raw');

-- The orders' history comes along: in a bulk load the triggers write none. Where orders come without one,
-- begin_order_history() gives them its first lines afterwards.

CREATE OR REPLACE FUNCTION fluxion.record_order_history() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  old_row CONSTANT jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  new_row CONSTANT jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  either_row CONSTANT jsonb := coalesce(new_row, old_row);
  is_line CONSTANT boolean := TG_TABLE_NAME = 'pedidos_detalle';
BEGIN
  IF fluxion.is_bulk_load() THEN
    RETURN NULL;
  END IF;
  INSERT INTO public.pedidos_historial
    (pedido_id, detalle_id, usuario_id, operacion, estado_anterior, estado_nuevo, antes, despues)
  VALUES (
    either_row ->> CASE WHEN is_line THEN 'pedido_id' ELSE 'id' END,
    CASE WHEN is_line THEN either_row ->> 'id' END,
    nullif(current_setting('fluxion.usuario_id', true), ''),
    CASE TG_OP WHEN 'INSERT' THEN 'crear' WHEN 'UPDATE' THEN 'cambiar' ELSE 'quitar' END,
    old_row ->> 'estado', new_row ->> 'estado', old_row, new_row);
  RETURN NULL;
END $$;

CREATE FUNCTION fluxion.begin_order_history() RETURNS void
LANGUAGE sql AS $$
  INSERT INTO public.pedidos_historial (pedido_id, operacion, estado_nuevo, despues)
  SELECT p.id, 'crear', p.estado, to_jsonb(p) FROM public.pedidos AS p
  WHERE NOT EXISTS (SELECT FROM public.pedidos_historial AS h WHERE h.pedido_id = p.id AND h.detalle_id IS NULL)
  ORDER BY p.numero;
  INSERT INTO public.pedidos_historial (pedido_id, detalle_id, operacion, despues)
  SELECT d.pedido_id, d.id, 'crear', to_jsonb(d) FROM public.pedidos_detalle AS d
  WHERE NOT EXISTS (SELECT FROM public.pedidos_historial AS h WHERE h.pedido_id = d.pedido_id AND h.detalle_id = d.id)
  ORDER BY d.pedido_id, d.id;
$$;
COMMENT ON FUNCTION fluxion.begin_order_history() IS
  'Gives each order and each of its lines that has no history yet the line of its making. To be called after restart_sequences().';
