/**
 * By migration: statements that fill its tables with rows like those of real chains, including awkward ones. They build on
 * the rows of earlier migrations.
 */
export const representativeRows: Readonly<Record<string, readonly string[]>> = {
  '0001_masters': [
    `INSERT INTO ubicaciones (id, codigo, nombre, tipo, region, ciudad, latitud, longitud, horario_apertura, horario_cierre, zona_horaria) VALUES
       ('TIENDA_01', '01', 'La Candelaria', 'tienda', 'Capital', 'Caracas', 10.503611, -66.901667, '08:00', '22:00', 'America/Caracas'),
       ('TIENDA_02', '02', 'Iowa City', 'tienda', NULL, NULL, -90, 180, NULL, '24:00', 'America/Chicago'),
       ('CEDI_01', '90', 'Ñandú «central»', 'cedi', '', '', NULL, NULL, NULL, NULL, 'UTC')`,
    `INSERT INTO productos (id, codigo, descripcion, categoria, subcategoria, peso_unidad, abc_classification, xyz_classification, activo, unidades_por_bulto) VALUES
       ('P1', '759000000001', 'Harina de maíz 1 kg', 'Víveres', 'Harinas', 1000, 'A', 'X', true, 20),
       ('P2', '759000000002', repeat('ñ', 200), 'Víveres', NULL, 0.0001, NULL, NULL, NULL, 1),
       ('P3', 'P3', '', 'Carnes', '', 999999.9999, 'C', 'Z', false, 12.5)`,
    `INSERT INTO categorias_config (id, categoria, subcategoria, alerta_sin_movimiento_dias) VALUES
       ('K1', 'Víveres', NULL, 60), ('K2', 'Víveres', 'Harinas', 10), ('K3', 'Carnes', '', NULL)`,
    `INSERT INTO proveedores (id, codigo, nombre, rif, calificacion_calidad) VALUES
       ('V1', 'V-1', 'Distribuidora', 'J-12345678-9', 5), ('V2', 'V-2', 'Otra', NULL, NULL)`,
  ],
  '0002_configuration': [
    `INSERT INTO producto_ubicacion_config (ubicacion_id, producto_id, stock_minimo, stock_maximo, punto_reorden, generar_alerta_vencimiento) VALUES
       ('TIENDA_01', 'P1', 10, 100, 30, true), ('TIENDA_01', 'P2', 0, 0.0001, NULL, NULL), ('TIENDA_02', 'P1', 5, 50, 60, false)`,
    `INSERT INTO producto_proveedor_config (producto_id, proveedor_id, precio_compra, multiple_compra) VALUES ('P1', 'V1', 1.2345, 12.5), ('P1', 'V2', 0, 1)`,
  ],
  '0003_facts': [],
  '0004_partitions': [
    `SELECT fluxion.ensure_partitions('2012-01-03', '2012-02-01'), fluxion.ensure_partitions('2024-02-29', '2024-03-01')`,
    `INSERT INTO ventas_raw (id, ubicacion_id, fecha, fecha_hora, numero_factura, linea, producto_id, cantidad, precio_unitario, monto_total) VALUES
       (1, 'TIENDA_01', '2024-02-29', '2024-03-01 02:00:00+00', '0001', 1, 'P1', 2, 1.5, 3),
       (2, 'TIENDA_01', '2024-02-29', NULL, '0001', 2, 'P1', -1, 1.5, -1.5),
       (3, 'TIENDA_01', '2024-02-29', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
       (1, 'TIENDA_02', '2024-02-29', NULL, '0001', 1, 'P2', 0.333333, 99.999999, 33.333300),
       (4, 'TIENDA_02', '2012-01-03', NULL, '0001', 1, 'not in the catalogue', 999999999999.999999, 0, -999999999999.999999),
       (5, 'TIENDA_02', '2012-01-31', NULL, '', 1, '759000000001', 1, 1, 1)`,
    `INSERT INTO facturas (id, ubicacion_id, fecha, numero_factura, fecha_hora, total_usd, efectivo_bs) VALUES
       ('F1', 'TIENDA_01', '2024-02-29', '0001', '2024-03-01 02:00:00+00', 1.5, 54.75), ('F1', 'TIENDA_02', '2024-02-29', '0001', '2024-03-01 02:00:00+00', NULL, NULL)`,
    `INSERT INTO items_facturas (id, ubicacion_id, fecha, factura_id, numero_factura, producto_id, fecha_hora, cantidad, precio_total) VALUES
       ('1', 'TIENDA_01', '2024-02-29', 'F1', '0001', 'P1', '2024-03-01 02:00:00+00', 1, 1.5), ('2', 'TIENDA_01', '2024-02-29', 'F1', '0001', NULL, '2024-03-01 02:00:00+00', -1, 0)`,
    `INSERT INTO movimientos_inventario (id, ubicacion_id, fecha, fecha_hora, producto_id, tipo_movimiento, subtipo, cantidad, stock_anterior, stock_nuevo) VALUES
       ('M1', 'CEDI_01', '2024-03-01', '2024-03-01 12:00:00+00', 'not there either', 'salida', 'robo', -3, 1, -2)`,
  ],
  '0005_state': [
    `INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad, dias_sin_movimiento, fecha_proximo_vencimiento) VALUES
       ('TIENDA_01', 'P1', -4, 3, '2024-03-10'), ('TIENDA_02', 'P1', 1000, 400, NULL)`,
    `INSERT INTO conjuntos_sustituibles (nombre, categoria) VALUES ('Harinas', 'Víveres')`,
    `INSERT INTO productos_abc_v2_historico (codigo_producto, ubicacion_id, fecha_calculo, clasificacion_abc_valor, clasificacion_xyz, matriz, valor_consumo_total) VALUES
       ('gone', 'closed', '2020-01-01', 'A', 'X', 'AX', 12345678.9)`,
  ],
  '0006_people_orders_loads': [
    `INSERT INTO usuarios (id, correo, nombre, rol) VALUES ('U1', 'ana@cadena.example', 'Ana', 'gerente_tienda')`,
    `INSERT INTO usuarios_ubicaciones VALUES ('U1', 'TIENDA_01')`,
    `INSERT INTO tokens (usuario_id, nombre, prefijo, hash) VALUES ('U1', 'excel', 'fx_abc', sha256('x'))`,
    `INSERT INTO pedidos (id, ubicacion_id, ubicacion_origen_id, fecha) VALUES ('O1', 'TIENDA_01', 'CEDI_01', '2024-03-01')`,
    `INSERT INTO pedidos_detalle (pedido_id, producto_id, cantidad_solicitada, calculo) VALUES ('O1', 'P1', 40, '{"demanda": "5.0000"}')`,
    `INSERT INTO cargas (fuente, ubicacion_id, fecha, filas_leidas, filas_cargadas, terminada, resultado) VALUES
       ('ventas', 'TIENDA_01', '2024-02-29', 3, 3, now(), 'cargada'), ('ventas', 'TIENDA_01', '2024-03-01', 0, 0, now(), 'vacia')`,
  ],
  '0007_integrity': [
    `INSERT INTO ventas_raw (id, ubicacion_id, fecha, producto_id, cantidad, monto_total) VALUES (6, 'TIENDA_01', '2024-03-01', 'new', 1, 2)`,
  ],
  '0008_ventas_diarias': [
    `INSERT INTO ventas_raw (id, ubicacion_id, fecha, numero_factura, cantidad, monto_total) VALUES (7, 'TIENDA_01', '2024-03-01', '9', 1, 2)`,
  ],
  '0009_bulk_load': [],
  '0010_views': [],
  '0011_loads': [
    `INSERT INTO entregas (fuente, origen, nombre, huella, bytes, unidades, filas_leidas, filas_cargadas, filas_rechazadas, terminada, resultado) VALUES
       ('ventas', 'archivo', 'ventas/TIENDA_01.csv', 'ab', 120, 1, 4, 3, 1, now(), 'con_rechazos'), (NULL, 'http', 'till', NULL, NULL, 0, 7, 0, 0, now(), 'fallida')`,
    `INSERT INTO rechazos (entrega_id, numero, linea, columna, valor, razon, texto, ubicacion_id, fecha) VALUES (1, 1, 3, 'cantidad', 'doce', 'is not a number', 'P1;doce', 'TIENDA_01', '2024-02-29')`,
    `UPDATE cargas SET entrega_id = 1, contenido = 'cd', sumas = '{"cantidad": "3"}' WHERE fecha = '2024-02-29'`,
    `INSERT INTO cargas (fuente, terminada, resultado, intento, intento_mensaje) VALUES ('productos', now(), 'cargada', now(), 'cut off')`,
  ],
  '0012_stock': [
    `INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad, cantidad_contada, contada_en, ultima_actualizacion) VALUES
       ('CEDI_01', 'P1', 7, 10, '2024-02-28 12:00:00+00', '2024-03-01 12:00:00+00'), ('CEDI_01', 'not there either', -2, 0, NULL, '2024-03-01 12:00:00+00')`,
    `INSERT INTO fluxion.full_counts VALUES ('CEDI_01', '2024-02-28 12:00:00+00'), ('TIENDA_02', NULL)`,
  ],
  '0013_sources': [
    `INSERT INTO fuentes (nombre, definicion, activo) VALUES
       ('cajas', '{"feed": "ventas", "url": "https://{store}.example/ventas?dia={date}", "headers": {"Authorization": "Bearer \${TILL_TOKEN}"}, "schedule": {"everyMinutes": 60, "dailyAt": "03:00"}}', true),
       ('catalogo-2', '{"feed": "productos", "url": "http://erp.example/productos"}', false)`,
    `INSERT INTO fuentes_estado (fuente, ubicacion_id, fallos, aperturas, abierta, ultimo_fallo, mensaje) VALUES
       ('cajas', 'TIENDA_01', 7, 2, now(), now(), 'till.example refuses the connection'), ('cajas', 'TIENDA_02', 0, 0, NULL, NULL, NULL), ('catalogo-2', NULL, 1, 0, NULL, now(), 'HTTP 500')`,
  ],
  '0014_schedule': [
    `UPDATE fluxion.planificador SET ultima_vuelta = now(), pendientes = 2, mensaje = 'no answer'`,
    `INSERT INTO fluxion.unidades_pedidas VALUES ('cajas', 'TIENDA_01', '2024-03-01', now(), true), ('cajas', NULL, '2024-03-01', now(), false)`,
  ],
  '0015_access': [
    `INSERT INTO fluxion.credenciales (usuario_id, clave, clave_cambiada, totp_secreto, totp_confirmado, totp_ultimo_paso) VALUES
       ('U1', '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA', now(), '\\x00ff', now(), 58000000)`,
    `INSERT INTO fluxion.codigos_recuperacion VALUES ('U1', sha256('y'))`,
    `UPDATE tokens SET rol = 'visualizador', ubicaciones = '{TIENDA_01}', direccion = '::1'`,
    `INSERT INTO fluxion.auditoria (usuario_id, accion, detalle) VALUES ('U1', 'exportar', '{"filas": 3}'), (NULL, 'sesion_rechazada', NULL)`,
  ],
  '0016_orders': [
    `UPDATE pedidos SET estado = 'rechazado', motivo = 'sin existencias' WHERE id = 'O1'`,
    `INSERT INTO fluxion.claves_pedidos (usuario_id, clave, huella, pedido_id) VALUES ('U1', 'pedido del lunes', sha256('z'), 'O1')`,
  ],
  '0017_stock': [],
  '0018_accounts': [
    `INSERT INTO fluxion.enlaces VALUES ('U1', sha256('z'), now() + interval '1 day')`,
    `INSERT INTO fluxion.intentos VALUES ('direccion 203.0.113.7', 3, now() + interval '15 minutes')`,
    `INSERT INTO tokens (usuario_id, nombre, prefijo, hash, abierta_con) SELECT usuario_id, 'Sesión', 'fs_abc', sha256('w'), id FROM tokens`,
  ],
  '0019_views': [
    `INSERT INTO fluxion.vistas (usuario_id, pagina, nombre, parametros, tiendas, compartida) VALUES
       ('U1', '/ventas', 'Lunes sin café', 'tienda=TIENDA_01&categoria=V%C3%ADveres', '{TIENDA_01}', true), ('U1', '/', 'Ñandú', '', '{}', false)`,
  ],
  '0020_exchange_rates': [
    `INSERT INTO tasas_cambio (fecha, bs_por_usd, fuente) VALUES ('2012-01-03', 0.000001, 'manual'), ('2018-08-17', 999999999999.999999, 'manual')`,
    `UPDATE facturas SET tasa_cambio = 36.21 WHERE fecha = '2024-02-29'`,
  ],
  '0021_exported_chains': [],
  '0022_orders_together': [],
  '0023_second_factors': [`UPDATE fluxion.credenciales SET totp_pendiente = '\\x00fe'`],
  '0024_changed_masters': [],
};
