import type { TestChain } from '../../testing/test-chain.ts';

/** Words that only data of stores other than T1 holds. */
export const foreignWords = /"T2"|"T3"|"C1"|,T2,|^T2,|Este\b|Antigua|Central\b|99999|AJEN[AO]/m;

/** Ids of the other stores, and of what is theirs. */
export const foreignIds = [
  'T2',
  'T3',
  'C1',
  'PED-AJENO',
  'USR-AJENO',
  'TOK-AJENO',
  'VIS-AJENA',
  'VIS-PRIVADA',
  '77',
] as const;

/** Fills stores of others with what must not be seen from T1, and T1 with a little. */
export async function seedForeign(chain: TestChain): Promise<void> {
  await chain.sell([
    { store: 'T1', day: '2024-03-01', receipt: 'FACTURA-PROPIA', product: 'P1' },
    { store: 'T2', day: '2024-03-01', receipt: 'FACTURA-AJENA', product: 'P1', amount: '99999' },
    { store: 'T2', day: '2024-03-09', receipt: 'FACTURA-AJENA', product: 'P2', amount: '99999' },
    { store: 'C1', day: '2024-03-02', receipt: 'FACTURA-AJENA', product: 'P3', amount: '99999' },
  ]);
  await chain.pool.query(`
    INSERT INTO producto_ubicacion_config (ubicacion_id, producto_id, stock_minimo, stock_maximo, ubicacion_fisica)
      VALUES ('T1', 'P1', 5, 50, NULL), ('T2', 'P1', 5, 50, 'AJENA'), ('C1', 'P2', 5, 50, 'AJENA');
    INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad) VALUES ('T1', 'P1', 1), ('T2', 'P1', -99999), ('C1', 'P2', 99999);
    INSERT INTO movimientos_inventario (id, ubicacion_id, fecha, fecha_hora, producto_id, tipo_movimiento, cantidad, referencia)
      VALUES ('M1', 'T1', '2024-03-01', '2024-03-01 12:00Z', 'P1', 'entrada', 1, NULL),
             ('M2', 'T2', '2024-03-01', '2024-03-01 12:00Z', 'P1', 'entrada', 99999, 'AJENA');
    INSERT INTO usuarios (id, correo, nombre, rol) VALUES ('USR-AJENO', 'ajeno@otra.example', 'Persona AJENA', 'gerente_tienda');
    INSERT INTO usuarios_ubicaciones VALUES ('USR-AJENO', 'T2');
    INSERT INTO tokens (id, usuario_id, nombre, prefijo, hash) VALUES ('TOK-AJENO', 'USR-AJENO', 'AJENO', 'fx_ajeno', sha256('ajeno'));
    INSERT INTO fluxion.vistas (id, usuario_id, pagina, nombre, parametros, tiendas, compartida)
      VALUES ('VIS-AJENA', 'USR-AJENO', '/ventas', 'AJENA', 'tienda=T2', '{T2}', true),
             ('VIS-PRIVADA', 'USR-AJENO', '/ventas', 'AJENA también', '', '{}', false);
    INSERT INTO pedidos (id, ubicacion_id, fecha, observaciones) VALUES ('PED-AJENO', 'T2', '2024-03-01', 'AJENO');
    INSERT INTO pedidos (id, ubicacion_id, fecha) VALUES ('PED-PROPIO', 'T1', '2024-03-01');
    INSERT INTO pedidos_detalle (pedido_id, producto_id, cantidad_solicitada) VALUES ('PED-AJENO', 'P1', 99999), ('PED-PROPIO', 'P1', 12);
    INSERT INTO entregas (id, fuente, origen, nombre, filas_leidas, filas_cargadas, filas_rechazadas, resultado, terminada)
      VALUES (77, 'ventas', 'archivo', 'AJENO.csv', 2, 1, 1, 'con_rechazos', now());
    INSERT INTO rechazos (entrega_id, numero, linea, razon, texto, ubicacion_id, fecha) VALUES (77, 1, 2, 'AJENA', 'AJENO', 'T2', '2024-03-01');
    INSERT INTO cargas (fuente, ubicacion_id, fecha, entrega_id, archivo, filas_leidas, filas_cargadas, filas_rechazadas, resultado, terminada)
      VALUES ('ventas', 'T2', '2024-03-01', 77, 'AJENO.csv', 2, 1, 1, 'con_rechazos', now());
    INSERT INTO fluxion.auditoria (usuario_id, correo, accion, objeto) VALUES ('USR-AJENO', 'ajeno@otra.example', 'pedido', 'AJENO');
    SELECT setval('public.entregas_id_seq', 100) WHERE to_regclass('public.entregas_id_seq') IS NOT NULL`);
}

/** All that is of the other stores, as a text that changes with it. */
export async function foreignState({ pool }: TestChain): Promise<string> {
  const { rows } = await pool.query<{ state: string }>(`
    SELECT concat_ws('|',
      (SELECT string_agg(p::text, ',' ORDER BY id) FROM pedidos AS p WHERE ubicacion_id <> 'T1'),
      (SELECT string_agg(d::text, ',' ORDER BY d.id) FROM pedidos_detalle AS d JOIN pedidos AS p ON p.id = d.pedido_id WHERE p.ubicacion_id <> 'T1'),
      (SELECT string_agg(u::text, ',' ORDER BY id) FROM ubicaciones AS u),
      (SELECT string_agg(u::text, ',' ORDER BY id) FROM usuarios AS u WHERE id = 'USR-AJENO'),
      (SELECT string_agg(u::text, ',') FROM usuarios_ubicaciones AS u WHERE usuario_id = 'USR-AJENO' OR ubicacion_id <> 'T1'),
      (SELECT string_agg(t::text, ',') FROM tokens AS t WHERE id = 'TOK-AJENO'),
      (SELECT string_agg(v::text, ',' ORDER BY id) FROM fluxion.vistas AS v WHERE usuario_id = 'USR-AJENO'),
      (SELECT string_agg(c::text, ',' ORDER BY id) FROM cargas AS c WHERE ubicacion_id <> 'T1'),
      (SELECT string_agg(s::text, ',' ORDER BY ubicacion_id, producto_id) FROM stock_actual AS s WHERE ubicacion_id <> 'T1')) AS state`);
  return rows[0]?.state ?? '';
}
