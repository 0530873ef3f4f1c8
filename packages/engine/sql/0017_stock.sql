-- Negative stock is looked for on its own: it is little, and spread over all products of a store.
CREATE INDEX stock_actual_negativo_idx ON public.stock_actual (ubicacion_id, producto_id) WHERE cantidad < 0;
