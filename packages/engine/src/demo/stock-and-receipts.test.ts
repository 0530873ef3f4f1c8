import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDemoFile, type DemoFile } from './testing/demo-file.ts';

// Making a chain takes a second of a quiet core, and several of a busy one.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let demo: DemoFile;
beforeAll(async () => {
  demo = await createDemoFile({ rows: 30_000 });
});
afterAll(() => demo.drop());

describe('the receipts', () => {
  const inBolivares =
    '(efectivo_bs + tarjeta_debito_bs + tarjeta_credito_bs + pago_movil_bs + transferencia_bs + otros_bs)';
  const inDollars = '(efectivo_usd + zelle_usd + otros_usd)';

  it('come from three stores, over sixty days', async () => {
    const spans = `SELECT ubicacion_id AS store, min(fecha) AS first, max(fecha) AS last FROM facturas GROUP BY 1 ORDER BY 1`;
    const first: unknown = expect.stringMatching(/^2025-08-0[2-5]$/);
    expect(await demo.rows(spans)).toEqual(
      ['TIENDA_02', 'TIENDA_06', 'TIENDA_12'].map((store) => ({ store, first, last: '2025-09-30' })),
    );
  });

  it('are the sales of their stores and days, line by line and to the cent', async () => {
    const shared =
      'ubicacion_id, fecha, numero_factura, producto_id, fecha_hora, cantidad, precio_unitario, costo_unitario';
    const days = `fecha >= '2025-08-02' AND ubicacion_id IN (SELECT ubicacion_id FROM facturas)`;
    const sold = `(SELECT ${shared}, monto_total FROM ventas_raw WHERE ${days})`;
    const billed = `(SELECT ${shared}, precio_total FROM items_facturas)`;
    expect(await demo.count(`(${sold} EXCEPT ALL ${billed})`)).toBe(0);
    expect(await demo.count(`(${billed} EXCEPT ALL ${sold})`)).toBe(0);
    const totals = `SELECT factura_id AS id, sum(precio_total) AS total, count(*) AS items FROM items_facturas GROUP BY 1`;
    const both = `facturas FULL JOIN (${totals}) USING (id)`;
    expect(await demo.count(`${both} WHERE (total_bs, cantidad_items) IS DISTINCT FROM (total, items)`)).toBe(0);
    expect(await demo.count(`items_facturas WHERE margen <> precio_total - costo_total`)).toBe(0);
  });

  it.each([
    `abs(total_bs - total_usd * tasa_cambio) * 2 > tasa_cambio / 100`,
    `total_bs <> subtotal - descuento + impuesto`,
    `abs(total_bs + imp_igtf - ${inBolivares} - ${inDollars} * tasa_cambio) > tasa_cambio / 100`,
    `abs(imp_igtf - ${inDollars} * tasa_cambio * 3 / 103) > tasa_cambio / 100`,
    `abs(impuesto - base_imponible * 0.16) > 0.01`,
    `es_pago_mixto <> (${inDollars} <> 0 AND ${inBolivares} <> 0)`,
  ])('never have %s', async (wrong) => {
    expect(await demo.count(`facturas WHERE ${wrong}`)).toBe(0);
  });

  it.each(['efectivo_bs', 'efectivo_usd', 'tarjeta_debito_bs', 'pago_movil_bs', 'zelle_usd'])(
    'are paid by %s',
    async (way) => {
      expect(await demo.count(`facturas WHERE ${way} > 0`)).toBeGreaterThan(0);
    },
  );

  it('are converted at one rate a day, which rises', async () => {
    expect(await demo.count(`(SELECT 1 FROM facturas GROUP BY fecha HAVING count(DISTINCT tasa_cambio) > 1)`)).toBe(0);
    const [rise] = await demo.numbers(`SELECT max_by(tasa_cambio, fecha) / min_by(tasa_cambio, fecha) FROM facturas`);
    expect(rise).toBeGreaterThan(1.02);
    const rates = 'SELECT fecha, tasa_cambio AS rate FROM facturas GROUP BY ALL';
    expect(
      await demo.count(
        `(${rates}) LEFT JOIN tasas_cambio t USING (fecha) WHERE (bs_por_usd, fuente) IS DISTINCT FROM (rate, 'facturas')`,
      ),
    ).toBe(0);
    expect(await demo.count('ventas_raw WHERE fecha NOT IN (SELECT fecha FROM tasas_cambio)')).toBe(0);
  });
});

describe('the movements', () => {
  const ordered = `(SELECT *, lag(stock_nuevo) OVER w AS before, lead(id) OVER w AS after FROM movimientos_inventario
    WINDOW w AS (PARTITION BY ubicacion_id, producto_id ORDER BY fecha_hora, cantidad < 0))`;

  it('follow upon each other, and end at the stock of today', async () => {
    expect(await demo.count('movimientos_inventario WHERE stock_nuevo <> stock_anterior + cantidad')).toBe(0);
    expect(await demo.count(`${ordered} WHERE before <> stock_anterior`)).toBe(0);
    const last = `${ordered} m LEFT JOIN stock_actual s USING (ubicacion_id, producto_id) WHERE after IS NULL`;
    expect(await demo.count(`${last} AND stock_nuevo IS DISTINCT FROM s.cantidad`)).toBe(0);
  });

  it('hold the sales and returns of each product and day', async () => {
    const keys = 'ubicacion_id, fecha, producto_id';
    const sold = `SELECT ${keys}, sum(cantidad) AS sold FROM items_facturas GROUP BY ALL`;
    const moved = `SELECT ${keys}, -sum(cantidad) AS moved FROM movimientos_inventario
      WHERE subtipo IN ('venta', 'devolucion') GROUP BY ALL`;
    expect(await demo.count(`(${sold}) FULL JOIN (${moved}) USING (${keys}) WHERE sold IS DISTINCT FROM moved`)).toBe(
      0,
    );
  });

  it('are of every type, and leave nothing in stock before some deliveries', async () => {
    const types = await demo.rows(`SELECT DISTINCT tipo_movimiento AS t FROM movimientos_inventario ORDER BY 1`);
    expect(types.map(({ t }) => t)).toEqual(['ajuste', 'entrada', 'salida', 'transferencia']);
    expect(await demo.count(`${ordered} WHERE subtipo IN ('compra', 'reposicion') AND before = 0`)).toBeGreaterThan(0);
  });
});

describe('the stock', () => {
  const configured = `producto_ubicacion_config c LEFT JOIN stock_actual s USING (ubicacion_id, producto_id)
    JOIN productos p ON p.id = producto_id`;

  it.each([
    's.cantidad IS NULL',
    's.cantidad < 0 AND NOT es_provisional',
    's.cantidad = 0',
    's.cantidad > 0 AND s.cantidad <= stock_minimo',
    's.cantidad > stock_minimo AND s.cantidad <= punto_reorden',
    's.cantidad > punto_reorden AND s.cantidad < stock_maximo',
    's.cantidad >= stock_maximo',
    's.cantidad > 0 AND dias_sin_movimiento > 60',
    `fecha_proximo_vencimiento BETWEEN '2025-09-30' AND '2025-10-05'`,
    'es_producto_estrella',
  ])('is somewhere such that %s', async (state) => {
    expect(await demo.count(`${configured} WHERE ${state}`)).toBeGreaterThan(0);
  });

  it('says what it is worth and when it was last sold', async () => {
    expect(await demo.count(`stock_actual WHERE valor_inventario <> round(cantidad * costo_promedio, 2)`)).toBe(0);
    expect(await demo.count(`stock_actual WHERE cantidad_disponible <> cantidad - cantidad_reservada`)).toBe(0);
    const last = `SELECT ubicacion_id, producto_id, max(fecha_hora) AS sold, max(fecha) AS day FROM ventas_raw GROUP BY ALL`;
    const latest = `(greatest(ultima_entrada, ultima_salida, ultima_venta) AT TIME ZONE 'America/Caracas')::DATE`;
    const told = `ultima_venta = sold AND dias_sin_movimiento = DATE '2025-09-30' - ${latest} AND ${latest} >= day`;
    const both = `(${last}) LEFT JOIN stock_actual USING (ubicacion_id, producto_id)`;
    expect(await demo.count(`${both} WHERE (${told}) IS NOT TRUE`)).toBe(0);
  });

  it('is held against the demand that was sold', async () => {
    const sold = `SELECT ubicacion_id, producto_id, sum(cantidad) AS n FROM ventas_raw
      WHERE fecha > DATE '2025-09-30' - 30 GROUP BY ALL HAVING n > 0`;
    const both = `(${sold}) LEFT JOIN stock_actual USING (ubicacion_id, producto_id)`;
    expect(await demo.count(`${both} WHERE demanda_30_dias IS DISTINCT FROM n`)).toBe(0);
    const inOrder = 'stock_minimo < punto_reorden AND punto_reorden < stock_maximo';
    expect(await demo.count(`producto_ubicacion_config WHERE NOT (${inOrder})`)).toBe(0);
  });

  it('is of no product for long stretches, and then none is sold', async () => {
    const sold = `SELECT DISTINCT producto_id, fecha FROM ventas_raw WHERE ubicacion_id = 'TIENDA_01'`;
    const frequent = `SELECT producto_id FROM (${sold}) GROUP BY 1 HAVING count(*) > 40`;
    const pauses = `SELECT fecha - lag(fecha) OVER (PARTITION BY producto_id ORDER BY fecha) AS days
      FROM (${sold}) WHERE producto_id IN (${frequent})`;
    // These sell every few days.
    expect(await demo.count(`(${pauses}) WHERE days > 20`)).toBeGreaterThan(0);
  });
});

describe('the classes of each store', () => {
  it('are calculated four times, running up to all of the sales', async () => {
    const table = 'productos_abc_v2_historico';
    expect(await demo.numbers(`SELECT count(DISTINCT fecha_calculo) FROM ${table}`)).toEqual([4]);
    const classed = `SELECT ubicacion_id, max(porcentaje_acumulado) AS upto, sum(valor_consumo_total) AS value
      FROM ${table} WHERE fecha_calculo = '2025-09-30' GROUP BY 1`;
    const sold = `SELECT ubicacion_id, sum(n) AS value FROM (
        SELECT ubicacion_id, producto_id, sum(monto_total) AS n FROM ventas_raw WHERE fecha > DATE '2025-09-30' - 84
        GROUP BY ALL HAVING n > 0) GROUP BY 1`;
    const both = `(${classed}) c FULL JOIN (${sold}) v USING (ubicacion_id)`;
    expect(await demo.count(`${both} WHERE c.value IS DISTINCT FROM v.value OR upto <> 100`)).toBe(0);
  });

  it.each([
    ['A', 0, 80],
    ['B', 80, 95],
    ['C', 95, 100],
  ])('%s begins between %d and %d percent', async (kind, least, most) => {
    const begins = 'porcentaje_acumulado - porcentaje_valor';
    const inside = `${begins} BETWEEN ${least} - 0.001 AND ${most} + 0.001`;
    const ofClass = `productos_abc_v2_historico WHERE clasificacion_abc_valor = '${kind}'`;
    expect(await demo.count(ofClass)).toBeGreaterThan(0);
    expect(await demo.count(`${ofClass} AND NOT (${inside})`)).toBe(0);
  });
});

describe('the orders', () => {
  it('are in nearly every state, ask for whole cases, and the latest for what is low', async () => {
    expect(await demo.count('(SELECT DISTINCT estado FROM pedidos)')).toBeGreaterThanOrEqual(7);
    expect(await demo.count('pedidos_detalle WHERE cantidad_solicitada % unidades_por_bulto <> 0')).toBe(0);
    const latest = `pedidos o JOIN pedidos_detalle d ON d.pedido_id = o.id
      JOIN stock_actual s USING (ubicacion_id, producto_id) WHERE o.fecha > DATE '2025-09-30' - 6`;
    expect(await demo.count(latest)).toBeGreaterThan(0);
    expect(await demo.count(`${latest} AND NOT requiere_reposicion`)).toBe(0);
  });
});
