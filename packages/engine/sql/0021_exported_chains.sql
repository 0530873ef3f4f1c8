-- A file that Fluxion has exported holds what triggers otherwise write, and can be moved into another database.

-- finish_bulk_load() derives the sums anew, whatever a bulk load has done to them.
DROP TRIGGER refuse_truncate ON public.ventas_diarias;
CREATE TRIGGER refuse_truncate AFTER TRUNCATE ON public.ventas_diarias FOR EACH STATEMENT
  WHEN (NOT fluxion.is_bulk_load()) EXECUTE FUNCTION fluxion.refuse_truncate_of_used('ubicacion_id', 'ventas_raw');

-- The orders' history comes along: in a bulk load the triggers write none. Where orders come without one,
-- begin_order_history() gives them its first lines afterwards.

DROP TRIGGER history ON public.pedidos;
CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON public.pedidos
  FOR EACH ROW WHEN (NOT fluxion.is_bulk_load()) EXECUTE FUNCTION fluxion.record_order_history();
DROP TRIGGER history ON public.pedidos_detalle;
CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON public.pedidos_detalle
  FOR EACH ROW WHEN (NOT fluxion.is_bulk_load()) EXECUTE FUNCTION fluxion.record_order_history();

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
