-- Views for screens and people. A row is inactive only if it says so: NULL means "not stated".

-- The reported stock_actual.dias_sin_movimiento stands still once a store's feed stops, just when it should grow; so it
-- counts only where no movement is dated. Plain SQL, so that the planner inlines it.
CREATE FUNCTION fluxion.days_idle(last_movement timestamptz, zone text, today date, reported integer) RETURNS integer
LANGUAGE sql STABLE PARALLEL SAFE
-- Not greatest(), which ignores NULL.
RETURN CASE WHEN last_movement IS NULL THEN reported WHEN last_movement > now() THEN 0
  ELSE today - (last_movement AT TIME ZONE zone)::date END;
COMMENT ON FUNCTION fluxion.days_idle(timestamptz, text, date, integer) IS
  'Days from the store''s date of the last movement to its date today; the reported number if no movement is dated.';

CREATE VIEW public.productos_ubicacion_completa AS
SELECT
  p.id AS producto_id, p.codigo, p.codigo_barras, p.descripcion, p.categoria, p.subcategoria, p.marca, p.presentacion,
  p.unidad_medida, p.unidades_por_bulto, p.es_perecedero, p.abc_classification, p.xyz_classification, p.es_provisional,
  u.id AS ubicacion_id, u.codigo AS ubicacion_codigo, u.nombre AS ubicacion, u.tipo AS ubicacion_tipo,
  coalesce(s.cantidad, 0) AS cantidad, s.cantidad_reservada, s.cantidad_disponible, s.valor_inventario, s.costo_promedio,
  s.ultima_entrada, s.ultima_salida, s.ultima_venta, s.ultima_actualizacion,
  fluxion.days_idle(greatest(s.ultima_entrada, s.ultima_salida, s.ultima_venta), u.zona_horaria,
    (now() AT TIME ZONE u.zona_horaria)::date, s.dias_sin_movimiento) AS dias_sin_movimiento,
  s.fecha_proximo_vencimiento,
  c.stock_minimo, c.stock_maximo, c.punto_reorden, c.demanda_diaria_promedio, c.lead_time_dias, c.dias_seguridad,
  c.lote_minimo_compra, c.lote_multiple, c.precio_venta, c.margen_actual, c.es_producto_estrella, c.ubicacion_fisica,
  CASE
    WHEN s.producto_id IS NULL THEN 'SIN_STOCK'
    WHEN s.cantidad <= c.stock_minimo THEN 'CRITICO'
    WHEN s.cantidad <= c.punto_reorden THEN 'BAJO'
    WHEN s.cantidad >= c.stock_maximo THEN 'EXCESO'
    ELSE 'NORMAL'
  END AS estado
FROM public.producto_ubicacion_config AS c
JOIN public.productos AS p ON p.id = c.producto_id
JOIN public.ubicaciones AS u ON u.id = c.ubicacion_id
LEFT JOIN public.stock_actual AS s ON s.ubicacion_id = c.ubicacion_id AND s.producto_id = c.producto_id
WHERE p.activo IS NOT FALSE AND c.activo IS NOT FALSE AND u.activo IS NOT FALSE;
COMMENT ON VIEW public.productos_ubicacion_completa IS
  'Each active product configured in an active store, with its stock. estado is the first that applies: SIN_STOCK (no stock row; cantidad is then 0), CRITICO, BAJO, EXCESO, NORMAL.';
COMMENT ON COLUMN public.productos_ubicacion_completa.dias_sin_movimiento IS 'As in alertas_inventario.';

CREATE VIEW public.alertas_inventario AS
SELECT
  u.id AS ubicacion_id, u.nombre AS ubicacion, p.id AS producto_id, p.codigo, p.descripcion, p.categoria,
  a.tipo_alerta, a.prioridad, a.nivel,
  s.cantidad, c.stock_minimo, c.punto_reorden, c.stock_maximo, m.dias_sin_movimiento, s.fecha_proximo_vencimiento,
  s.fecha_proximo_vencimiento - u.hoy AS dias_para_vencer
FROM public.stock_actual AS s
JOIN public.producto_ubicacion_config AS c ON c.ubicacion_id = s.ubicacion_id AND c.producto_id = s.producto_id
JOIN public.productos AS p ON p.id = s.producto_id
-- The store's own date: every evening the server's is already the next day. OFFSET 0: computed once per store, not per product.
JOIN (
  SELECT t.id, t.nombre, t.zona_horaria, (now() AT TIME ZONE t.zona_horaria)::date AS hoy
  FROM public.ubicaciones AS t WHERE t.activo IS NOT FALSE OFFSET 0) AS u ON u.id = s.ubicacion_id
CROSS JOIN LATERAL (
  SELECT fluxion.days_idle(greatest(s.ultima_entrada, s.ultima_salida, s.ultima_venta), u.zona_horaria, u.hoy,
    s.dias_sin_movimiento) AS dias_sin_movimiento) AS m
-- The row of the product's subcategory, else that of the whole category, else the defaults below.
LEFT JOIN LATERAL (
  SELECT k.alerta_vencimiento_dias, k.alerta_sin_movimiento_dias
  FROM public.categorias_config AS k
  WHERE k.activo IS NOT FALSE AND k.categoria = p.categoria AND coalesce(k.subcategoria, '') IN (coalesce(p.subcategoria, ''), '')
  ORDER BY coalesce(k.subcategoria, '') = '', k.subcategoria
  LIMIT 1) AS k ON true
CROSS JOIN LATERAL (VALUES
  (1, 'CRITICA', 'Stock crítico',
    s.cantidad <= c.stock_minimo AND c.generar_alerta_stock_bajo IS NOT FALSE),
  (2, 'ALTA', 'Próximo a vencer',
    s.fecha_proximo_vencimiento <= u.hoy + coalesce(k.alerta_vencimiento_dias, 30)
      AND c.generar_alerta_vencimiento IS NOT FALSE),
  (3, 'MEDIA', 'Sin movimiento',
    m.dias_sin_movimiento >= coalesce(k.alerta_sin_movimiento_dias, 60)),
  (4, 'BAJA', 'Sobrestock',
    s.cantidad >= c.stock_maximo AND c.generar_alerta_sobrestock IS NOT FALSE)
) AS a (nivel, prioridad, tipo_alerta, aplica)
WHERE a.aplica AND p.activo IS NOT FALSE AND c.activo IS NOT FALSE;
COMMENT ON VIEW public.alertas_inventario IS
  'One row per alert that applies to a product in stock. nivel 1 is the most urgent. The flags in producto_ubicacion_config turn alerts off, except "Sin movimiento", which has no flag.';
COMMENT ON COLUMN public.alertas_inventario.dias_sin_movimiento IS 'Days from the last entry, exit or sale to the store''s current date; as reported where none is dated.';
COMMENT ON COLUMN public.alertas_inventario.dias_para_vencer IS 'Days from the store''s current date to the earliest expiry; negative if it has passed.';

CREATE VIEW public.ventas AS
SELECT
  v.id, v.ubicacion_id, u.codigo AS ubicacion_codigo, u.nombre AS ubicacion, u.region,
  v.fecha, v.fecha_hora, v.numero_factura, v.linea,
  v.producto_id, p.codigo AS producto_codigo, p.descripcion, p.categoria, p.subcategoria, p.marca,
  v.cantidad, v.precio_unitario, v.costo_unitario, v.monto_total, v.created_at, v.carga_id
FROM public.ventas_raw AS v
-- LEFT: a missing label must not hide a sale.
LEFT JOIN public.ubicaciones AS u ON u.id = v.ubicacion_id
LEFT JOIN public.productos AS p ON p.id = v.producto_id;
COMMENT ON VIEW public.ventas IS 'Sales lines with the labels of store, product and category.';
