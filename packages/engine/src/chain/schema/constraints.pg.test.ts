import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertMasters } from '../testing/masters.ts';

const code = {
  notNull: '23502',
  foreignKey: '23503',
  unique: '23505',
  check: '23514',
  tooLong: '22001',
  overflow: '22003',
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await insertMasters(database.pool);
  await database.pool.query(`
    SELECT fluxion.ensure_partitions('2024-01-01', '2024-01-01');
    INSERT INTO proveedores (id, codigo, nombre) VALUES ('V1', '1', 'Uno');
    INSERT INTO producto_ubicacion_config (ubicacion_id, producto_id, stock_minimo, stock_maximo) VALUES ('T1', 'P1', 1, 2);
    INSERT INTO producto_proveedor_config (producto_id, proveedor_id, precio_compra) VALUES ('P1', 'V1', 1);
    INSERT INTO categorias_config (categoria, subcategoria) VALUES ('Víveres', NULL), ('Víveres', 'Harinas');
    INSERT INTO stock_actual (ubicacion_id, producto_id) VALUES ('T1', 'P1');
    INSERT INTO conjuntos_sustituibles (nombre) VALUES ('Harinas');
    INSERT INTO productos_abc_v2_historico (codigo_producto, ubicacion_id, fecha_calculo) VALUES ('C1', 'T1', '2024-01-01');
    INSERT INTO usuarios (id, correo, nombre, rol) VALUES ('U1', 'a@b', 'A', 'visualizador');
    INSERT INTO usuarios_ubicaciones VALUES ('U1', 'T1');
    INSERT INTO tokens (usuario_id, nombre, prefijo, hash) VALUES ('U1', 'x', 'fx_', sha256('x'));
    INSERT INTO pedidos (id, numero, ubicacion_id, fecha) VALUES ('O1', 1000, 'T1', '2024-01-01');
    INSERT INTO pedidos_detalle (pedido_id, producto_id, cantidad_solicitada) VALUES ('O1', 'P1', 1);
    INSERT INTO cargas (fuente, ubicacion_id, fecha) VALUES ('ventas', 'T1', '2024-01-01');
    INSERT INTO ventas_raw (id, ubicacion_id, fecha) VALUES (1, 'T1', '2024-01-01');
    INSERT INTO facturas (id, ubicacion_id, fecha, numero_factura, fecha_hora) VALUES ('F1', 'T1', '2024-01-01', '1', now());
    INSERT INTO items_facturas (id, ubicacion_id, fecha, factura_id, numero_factura, fecha_hora, cantidad) VALUES ('I1', 'T1', '2024-01-01', 'F1', '1', now(), 1);`);
});
afterAll(() => database.drop());

/** What is refused: the table, columns and values of an INSERT, and the SQLSTATE. */
type Refusal = readonly [
  table: string,
  values: Readonly<Record<string, string | number | boolean | null>>,
  sqlState: string,
];

function insert(table: string, values: Refusal[1]): Promise<unknown> {
  const columns = Object.keys(values);
  const parameters = columns.map((_, index) => `$${index + 1}`);
  return database.pool.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${parameters.join(', ')})`,
    Object.values(values),
  );
}

const store = { id: 'X', codigo: 'X', nombre: 'X', tipo: 'tienda' };
const product = { id: 'X', codigo: 'X', descripcion: 'X', categoria: 'X' };
const supplier = { id: 'X', codigo: 'X', nombre: 'X' };
const kept = { ubicacion_id: 'T2', producto_id: 'P1', stock_minimo: 1, stock_maximo: 2 };
const supplied = { producto_id: 'P2', proveedor_id: 'V1', precio_compra: 1 };
const sale = { id: 9, ubicacion_id: 'T1', fecha: '2024-01-01' };
const receipt = { id: 'X', ubicacion_id: 'T1', fecha: '2024-01-01', numero_factura: '1', fecha_hora: '2024-01-01' };
const line = { ...receipt, factura_id: 'F1', cantidad: 1 };
const movement = {
  id: 'X',
  ubicacion_id: 'T1',
  fecha: '2024-01-01',
  fecha_hora: '2024-01-01',
  producto_id: 'P1',
  tipo_movimiento: 'ajuste',
  cantidad: 1,
};
const history = { codigo_producto: 'C2', ubicacion_id: 'T1', fecha_calculo: '2024-01-01' };
const person = { correo: 'x@y', nombre: 'X', rol: 'visualizador' };
const token = { usuario_id: 'U1', nombre: 'x', prefijo: 'fx_', hash: `\\x${'ab'.repeat(32)}` };
const order = { ubicacion_id: 'T1', fecha: '2024-01-01' };
const orderLine = { pedido_id: 'O1', producto_id: 'P2', cantidad_solicitada: 1 };
const load = { fuente: 'ventas', ubicacion_id: 'T1', fecha: '2024-01-02' };
const done = { iniciada: '2024-01-02', terminada: '2024-01-03', resultado: 'cargada' };

const refusals: readonly Refusal[] = [
  ['ubicaciones', { ...store, id: 'T1' }, code.unique],
  ['ubicaciones', { ...store, codigo: '1' }, code.unique],
  ['ubicaciones', { ...store, codigo: null }, code.notNull],
  ['ubicaciones', { ...store, codigo: '12345678901' }, code.tooLong],
  ['ubicaciones', { ...store, nombre: null }, code.notNull],
  ['ubicaciones', { ...store, tipo: 'almacén' }, code.check],
  ['ubicaciones', { ...store, tipo: null }, code.notNull],
  ['ubicaciones', { ...store, zona_horaria: null }, code.notNull],
  ...['Caracas', 'VET', 'UTC-4', 'America/Nowhere', '-04:00', ''].map((zona_horaria): Refusal => [
    'ubicaciones',
    { ...store, zona_horaria },
    code.check,
  ]),
  ['ubicaciones', { ...store, latitud: '12345' }, code.overflow],
  ['productos', { ...product, id: 'P1' }, code.unique],
  ['productos', { ...product, codigo: 'C1' }, code.unique],
  ['productos', { ...product, descripcion: null }, code.notNull],
  ['productos', { ...product, descripcion: 'x'.repeat(201) }, code.tooLong],
  ['productos', { ...product, categoria: null }, code.notNull],
  ['productos', { ...product, abc_classification: 'D' }, code.check],
  ['productos', { ...product, xyz_classification: 'A' }, code.check],
  ['productos', { ...product, unidades_por_bulto: 0 }, code.check],
  ['categorias_config', { categoria: 'Víveres', subcategoria: 'Harinas' }, code.unique],
  ['categorias_config', { categoria: 'Víveres', subcategoria: null }, code.unique],
  ['categorias_config', { categoria: null, subcategoria: null }, code.notNull],
  ['proveedores', { ...supplier, codigo: '1' }, code.unique],
  ['proveedores', { ...supplier, nombre: null }, code.notNull],
  ...['calificacion_calidad', 'calificacion_servicio', 'calificacion_precio'].flatMap((column) =>
    [0, 6].map((mark): Refusal => ['proveedores', { ...supplier, [column]: mark }, code.check]),
  ),
  ['producto_ubicacion_config', { ...kept, ubicacion_id: 'T1' }, code.unique],
  ['producto_ubicacion_config', { ...kept, ubicacion_id: 'none' }, code.foreignKey],
  ['producto_ubicacion_config', { ...kept, producto_id: 'none' }, code.foreignKey],
  ['producto_ubicacion_config', { ...kept, stock_minimo: -0.0001 }, code.check],
  ['producto_ubicacion_config', { ...kept, stock_maximo: 1 }, code.check],
  ['producto_ubicacion_config', { ...kept, stock_minimo: null }, code.notNull],
  ['producto_ubicacion_config', { ...kept, stock_maximo: null }, code.notNull],
  ['producto_ubicacion_config', { ...kept, lead_time_dias: 0 }, code.check],
  ['producto_ubicacion_config', { ...kept, dias_seguridad: -1 }, code.check],
  ['producto_proveedor_config', { ...supplied, producto_id: 'P1' }, code.unique],
  ['producto_proveedor_config', { ...supplied, producto_id: 'none' }, code.foreignKey],
  ['producto_proveedor_config', { ...supplied, proveedor_id: 'none' }, code.foreignKey],
  ['producto_proveedor_config', { ...supplied, precio_compra: null }, code.notNull],
  ['producto_proveedor_config', { ...supplied, moneda: 'EURO' }, code.tooLong],
  ['ventas_raw', { ...sale, id: 1 }, code.unique],
  ['ventas_raw', { ...sale, ubicacion_id: 'none' }, code.foreignKey],
  ['ventas_raw', { ...sale, ubicacion_id: null }, code.notNull],
  ['ventas_raw_2024_01', { ...sale, ubicacion_id: 'none' }, code.foreignKey],
  ['ventas_raw_2024_01', { ...sale, fecha: '2024-02-01' }, code.check],
  ['ventas_raw', { ...sale, monto_total: '1000000000000' }, code.overflow],
  ['facturas', { ...receipt, id: 'F1' }, code.unique],
  ['facturas', { ...receipt, ubicacion_id: 'none' }, code.foreignKey],
  ['facturas', { ...receipt, numero_factura: null }, code.notNull],
  ['facturas', { ...receipt, fecha_hora: null }, code.notNull],
  ['items_facturas', { ...line, id: 'I1' }, code.unique],
  ['items_facturas', { ...line, factura_id: 'none' }, code.foreignKey],
  ['items_facturas', { ...line, factura_id: null }, code.notNull],
  ['items_facturas', { ...line, ubicacion_id: 'T2' }, code.foreignKey],
  ['items_facturas', { ...line, ubicacion_id: null }, code.notNull],
  ['items_facturas', { ...line, fecha: '2024-01-02' }, code.foreignKey],
  ['items_facturas', { ...line, cantidad: null }, code.notNull],
  ['movimientos_inventario', { ...movement, ubicacion_id: 'none' }, code.foreignKey],
  ['movimientos_inventario', { ...movement, producto_id: null }, code.notNull],
  ['movimientos_inventario', { ...movement, tipo_movimiento: 'robo' }, code.check],
  ['movimientos_inventario', { ...movement, tipo_movimiento: null }, code.notNull],
  ['movimientos_inventario', { ...movement, cantidad: null }, code.notNull],
  ['stock_actual', { ubicacion_id: 'T1', producto_id: 'P1' }, code.unique],
  ['stock_actual', { ubicacion_id: 'none', producto_id: 'P1' }, code.foreignKey],
  ['stock_actual', { ubicacion_id: 'T1', producto_id: 'none' }, code.foreignKey],
  ['stock_actual', { ubicacion_id: 'T1', producto_id: 'P2', cantidad: null }, code.notNull],
  ['conjuntos_sustituibles', { nombre: 'Harinas' }, code.unique],
  ['conjuntos_sustituibles', { nombre: null }, code.notNull],
  ['conjuntos_sustituibles', { nombre: 'X', tipo_conjunto: 'otros' }, code.check],
  ['productos_abc_v2_historico', { ...history, codigo_producto: 'C1' }, code.unique],
  ['productos_abc_v2_historico', { ...history, matriz: 'AXE' }, code.tooLong],
  ['usuarios', { ...person, correo: 'a@b' }, code.unique],
  ['usuarios', { ...person, correo: 'X@y' }, code.check],
  ['usuarios', { ...person, rol: 'admin' }, code.check],
  ['usuarios_ubicaciones', { usuario_id: 'U1', ubicacion_id: 'T1' }, code.unique],
  ['usuarios_ubicaciones', { usuario_id: 'U1', ubicacion_id: 'none' }, code.foreignKey],
  ['usuarios_ubicaciones', { usuario_id: 'none', ubicacion_id: 'T1' }, code.foreignKey],
  ['tokens', { ...token, usuario_id: 'none' }, code.foreignKey],
  ['tokens', { ...token, hash: '\\xabcdef' }, code.check],
  ['pedidos', { ...order, numero: 1000 }, code.unique],
  ['pedidos', { ...order, ubicacion_id: 'none' }, code.foreignKey],
  ['pedidos', { ...order, estado: 'perdido' }, code.check],
  ['pedidos', { ...order, ubicacion_origen_id: 'T1' }, code.check],
  ['pedidos', { ...order, ubicacion_origen_id: 'T2', proveedor_id: 'V1' }, code.check],
  ['pedidos', { ...order, proveedor_id: 'none' }, code.foreignKey],
  ['pedidos_detalle', { ...orderLine, producto_id: 'P1' }, code.unique],
  ['pedidos_detalle', { ...orderLine, pedido_id: 'none' }, code.foreignKey],
  ['pedidos_detalle', { ...orderLine, producto_id: 'none' }, code.foreignKey],
  ...['cantidad_solicitada', 'cantidad_aprobada', 'cantidad_recibida'].map((column): Refusal => [
    'pedidos_detalle',
    { ...orderLine, [column]: -1 },
    code.check,
  ]),
  ['pedidos_detalle', { ...orderLine, unidades_por_bulto: 0 }, code.check],
  ['cargas', { ...load, fecha: '2024-01-01' }, code.unique],
  ['cargas', { ...load, ubicacion_id: 'none' }, code.foreignKey],
  ['cargas', { ...load, resultado: 'rara' }, code.check],
  ['cargas', { ...load, resultado: 'cargada' }, code.check],
  ['cargas', { ...load, ...done, resultado: 'en_curso' }, code.check],
  ['cargas', { ...load, ...done, terminada: '2024-01-01' }, code.check],
  ['cargas', { ...load, ...done, resultado: 'vacia', filas_leidas: 1 }, code.check],
  ['cargas', { ...load, ...done, filas_leidas: 1, filas_cargadas: 1, filas_rechazadas: 1 }, code.check],
  ['cargas', { ...load, filas_leidas: -1, filas_cargadas: -1 }, code.check],
];

describe('a row that breaks a rule is refused', () => {
  it.each(refusals)('%s %j with SQLSTATE %s', async (table, values, sqlState) => {
    await expect(insert(table, values)).rejects.toMatchObject({ code: sqlState });
  });
});

describe('NaN and infinities are refused', () => {
  it.each<Refusal>([
    ['ventas_raw', { ...sale, monto_total: 'NaN' }, code.check],
    ['ventas_raw', { ...sale, cantidad: null, precio_unitario: 1, costo_unitario: 'NaN' }, code.check],
    ['ventas_raw_2024_01', { ...sale, cantidad: 'NaN' }, code.check],
    ['facturas', { ...receipt, otros_usd: 'NaN' }, code.check],
    ['items_facturas', { ...line, cantidad: 'NaN' }, code.check],
    ['movimientos_inventario', { ...movement, stock_nuevo: 'NaN' }, code.check],
    ['stock_actual', { ubicacion_id: 'T1', producto_id: 'P2', cantidad: 'NaN' }, code.check],
    ['pedidos_detalle', { ...orderLine, cantidad_solicitada: 'NaN' }, code.check],
    ['producto_ubicacion_config', { ...kept, precio_venta: 'NaN' }, code.check],
    ['tasas_cambio', { fecha: '2024-01-05', bs_por_usd: 'NaN', fuente: 'manual' }, code.check],
    ['tasas_cambio', { fecha: '2024-01-05', bs_por_usd: 0, fuente: 'manual' }, code.check],
    ['tasas_cambio', { fecha: '2024-01-05', bs_por_usd: 1, fuente: 'otra' }, code.check],
    ['ventas_raw', { ...sale, monto_total: 'Infinity' }, code.overflow],
    ['ventas_raw', { ...sale, monto_total: '-Infinity' }, code.overflow],
  ])('%s %j with SQLSTATE %s', async (table, values, sqlState) => {
    await expect(insert(table, values)).rejects.toMatchObject({ code: sqlState });
  });

  it('in every NUMERIC column of every table and partition', async () => {
    // Not in ventas_diarias, which holds sums of them.
    const { rows } = await database.pool.query(String.raw`
      SELECT c.relname, a.attname FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.atttypid = 'numeric'::regtype
        AND c.relname <> 'ventas_diarias' AND NOT EXISTS (
          SELECT FROM pg_constraint AS k
          WHERE k.conrelid = c.oid AND k.conname LIKE '%\_no\_nan\_check' AND a.attnum = ANY (k.conkey) AND k.convalidated)`);
    expect(rows).toEqual([]);
  });
});

/** The rows that the rejected ones start from, and others that look wrong but are valid. */
const accepted: readonly [table: string, values: Refusal[1]][] = [
  ['ubicaciones', store],
  ['ubicaciones', { ...store, id: 'Y', codigo: 'Y', tipo: 'cedi', zona_horaria: 'America/Argentina/Buenos_Aires' }],
  ['productos', { ...product, dias_vencimiento: null, costo_promedio: '99999999.9999' }],
  ['categorias_config', { categoria: 'Víveres', subcategoria: '' }],
  ['proveedores', { ...supplier, calificacion_calidad: 1, calificacion_precio: 5 }],
  ['producto_ubicacion_config', { ...kept, stock_minimo: 0, stock_maximo: 0.0001, dias_seguridad: 0 }],
  ['producto_proveedor_config', { ...supplied, multiple_compra: 12.5 }],
  ['ventas_raw', { ...sale, cantidad: -3, monto_total: -4.5, producto_id: null }],
  ['ventas_raw_2024_01', { ...sale, id: 10, producto_id: 'a new one' }],
  ['facturas', receipt],
  ['facturas', { ...receipt, id: 'F1', ubicacion_id: 'T2' }],
  ['items_facturas', line],
  ['movimientos_inventario', { ...movement, subtipo: 'consumo interno', stock_nuevo: -8 }],
  ['stock_actual', { ubicacion_id: 'T1', producto_id: 'P2', cantidad: '-12.5', cantidad_disponible: -20 }],
  ['conjuntos_sustituibles', { nombre: 'X', tipo_conjunto: 'complementarios' }],
  ['productos_abc_v2_historico', { ...history, ubicacion_id: 'closed', valor_consumo_total: '12345678901234.5' }],
  ['usuarios', person],
  ['tokens', token],
  ['pedidos', { ...order, ubicacion_origen_id: 'T2' }],
  ['pedidos_detalle', orderLine],
  ['cargas', { ...load, ...done, filas_leidas: 3, filas_cargadas: 1, filas_rechazadas: 1 }],
  ['cargas', { ...load, fuente: 'facturas', ...done, resultado: 'vacia' }],
];

describe('a row that keeps the rules is taken', () => {
  it.each(accepted)('%s %j', async (table, values) => {
    await expect(insert(table, values)).resolves.toMatchObject({ rowCount: 1 });
  });
});

it.each(['solicitado', 'aprobado', 'rechazado', 'en_preparacion', 'en_transito', 'recibido', 'cancelado', 'borrador'])(
  'an order may be %s',
  async (estado) => {
    const { rowCount } = await database.pool.query('UPDATE pedidos SET estado = $1', [estado]);
    expect(rowCount).toBe(2);
  },
);
