/**
 * What makes the chain of `serveChain` one that planners work with: goods in three categories, the CEDI C1, hours and costs on
 * its sales lines, stock in every state, a fortnight's movements, stored classes, an order in each of three states, and a
 * ledger of loads with a rejected line and a failure.
 */
export const stockedSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo, zona_horaria, activo)
  VALUES ('C1', '90', 'Cedi Central', 'cedi', 'America/Caracas', true);
  INSERT INTO categorias_config (categoria, dias_cobertura_min, dias_cobertura_max) VALUES
    ('Víveres', 7, 30), ('Limpieza', 10, 45), ('Bebidas', 5, 20);
  INSERT INTO proveedores (id, codigo, nombre) VALUES ('V1', 'V-1', 'Distribuidora del Centro');
  INSERT INTO productos (id, codigo, codigo_barras, descripcion, categoria, costo_promedio, precio_sugerido, unidades_por_bulto, es_perecedero)
  SELECT 'P' || n, (1000 + n)::text, '759' || lpad(n::text, 9, '0'), names[n], categories[1 + (n - 1) % 3],
         n * 10.25, n * 14.5, 1 + n % 4 * 6, n % 5 = 0
  FROM generate_series(1, 12) AS n,
       (VALUES (ARRAY['Harina de maíz 1 kg', 'Jabón en barra', 'Café molido 250 g', 'Arroz blanco 1 kg', 'Detergente 500 g',
                      'Jugo de naranja 1 l', 'Azúcar 1 kg', 'Cloro 1 l', 'Agua mineral 1,5 l', 'Aceite vegetal 1 l',
                      'Papel higiénico x4', 'Malta x6'],
                ARRAY['Víveres', 'Limpieza', 'Bebidas'])) AS words (names, categories);
  UPDATE ventas_raw SET producto_id = 'P' || 1 + id % 12, linea = 1 + id % 3,
         fecha_hora = fecha + interval '12 hours' + id % 12 * interval '50 minutes', costo_unitario = round(precio_unitario * 0.7, 2);
  INSERT INTO producto_ubicacion_config (ubicacion_id, producto_id, stock_minimo, punto_reorden, stock_maximo, demanda_diaria_promedio)
  SELECT u.id, p.id, 10, 25, 100, 4 FROM ubicaciones u, productos p WHERE u.id <> 'C1';
  -- Negative, critical, low, normal, in excess; P11 has none in any store.
  INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad, cantidad_disponible, costo_promedio, valor_inventario, ultima_venta, ultima_entrada)
  SELECT u.id, p.id, level, level, p.costo_promedio, level * p.costo_promedio,
         timestamptz '2025-10-31 16:00+00' - n * interval '9 days', timestamptz '2025-10-20 12:00+00' - n * interval '9 days'
  FROM ubicaciones u, productos p,
       LATERAL (SELECT substr(p.id, 2)::int AS n) AS numbers,
       LATERAL (SELECT (ARRAY[-4, 6, 20, 60, 150])[1 + (n + length(u.nombre)) % 5]::numeric AS level) AS levels
  WHERE p.id <> 'P11' AND u.id <> 'C1';
  INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad, costo_promedio, valor_inventario)
  SELECT 'C1', id, 900, costo_promedio, 900 * costo_promedio FROM productos;
  INSERT INTO movimientos_inventario (id, ubicacion_id, fecha, fecha_hora, producto_id, tipo_movimiento, subtipo, cantidad, stock_anterior, stock_nuevo, costo_unitario)
  SELECT 'M-' || s.producto_id || '-' || age, s.ubicacion_id, day, day + interval '20 hours', s.producto_id,
         CASE WHEN age % 5 = 0 THEN 'entrada' ELSE 'salida' END, CASE WHEN age % 5 = 0 THEN 'compra' ELSE 'venta' END,
         change, s.cantidad - later - change, s.cantidad - later, s.costo_promedio
  FROM stock_actual s, generate_series(0, 13) AS age,
       LATERAL (SELECT date '2025-10-31' - age AS day, CASE WHEN age % 5 = 0 THEN 12 ELSE -3 END AS change,
                       (SELECT coalesce(sum(CASE WHEN a % 5 = 0 THEN 12 ELSE -3 END), 0) FROM generate_series(0, age - 1) AS a) AS later) AS moves
  WHERE s.ubicacion_id <> 'C1';
  INSERT INTO productos_abc_v2_historico (codigo_producto, ubicacion_id, fecha_calculo, clasificacion_abc_valor, clasificacion_xyz, matriz, ranking_valor, valor_consumo_total, coeficiente_variacion)
  SELECT p.codigo, 'T1', month::date, a, x, a || x, substr(p.id, 2)::int, 1000, 0.4
  FROM productos p, generate_series(date '2025-08-01', date '2025-10-01', interval '1 month') AS month,
       LATERAL (SELECT (ARRAY['A', 'B', 'C'])[1 + (substr(p.id, 2)::int + extract(month FROM month)::int) % 3] AS a,
                       (ARRAY['X', 'Y', 'Z'])[1 + substr(p.id, 2)::int % 3] AS x) AS classes;
  INSERT INTO pedidos (id, ubicacion_id, ubicacion_origen_id, fecha, estado) VALUES
    ('O1', 'T1', 'C1', '2025-10-29', 'borrador'), ('O2', 'T1', 'C1', '2025-10-30', 'solicitado'), ('O3', 'T2', 'C1', '2025-10-31', 'en_transito');
  INSERT INTO pedidos_detalle (pedido_id, producto_id, cantidad_solicitada) VALUES
    ('O1', 'P1', 14), ('O1', 'P3', 19), ('O2', 'P4', 10), ('O3', 'P5', 21);
  INSERT INTO entregas (id, fuente, origen, nombre, filas_leidas, filas_cargadas, filas_rechazadas, terminada, resultado, mensaje) VALUES
    (1, 'ventas', 'archivo', 'T1-2025-10-30.csv', 12, 11, 1, now(), 'con_rechazos', NULL),
    (2, 'ventas', 'archivo', 'T2-2025-10-30.csv', 0, 0, 0, now(), 'fallida', 'El archivo no se pudo leer.');
  INSERT INTO rechazos (entrega_id, numero, archivo, linea, columna, valor, razon, texto, ubicacion_id, fecha) VALUES
    (1, 1, 'T1-2025-10-30.csv', 7, 'cantidad', 'doce', 'No es un número.', 'T1,2025-10-30,F-9,P1,doce,10', 'T1', '2025-10-30');
  INSERT INTO cargas (fuente, ubicacion_id, fecha, archivo, filas_leidas, filas_cargadas, filas_rechazadas, iniciada, terminada, resultado, entrega_id)
  SELECT 'ventas', store, day, store || '-' || day || '.csv', 11, 11, 0, now(), now(), 'cargada', NULL
  FROM unnest(ARRAY['T1', 'T2', 'T3']) AS store, generate_series(date '2025-09-20', date '2025-10-29', interval '1 day') AS days (at),
       LATERAL (SELECT at::date AS day) AS dates
  WHERE day <> '2025-10-15'
  UNION ALL VALUES ('ventas', 'T1', date '2025-10-30', 'T1-2025-10-30.csv', 12, 11, 1, now(), now(), 'con_rechazos', 1);
  INSERT INTO cargas (fuente, ubicacion_id, fecha, archivo, iniciada, terminada, resultado, mensaje, entrega_id)
  VALUES ('ventas', 'T2', '2025-10-30', 'T2-2025-10-30.csv', now(), now(), 'fallida', 'El archivo no se pudo leer.', 2);
  SELECT setval(pg_get_serial_sequence('entregas', 'id'), 10)`;
