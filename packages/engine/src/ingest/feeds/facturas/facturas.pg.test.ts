import { expect, it } from 'vitest';
import { provideLoading } from '../testing/loading.ts';

const { load, query } = provideLoading();

/** Lines of receipts of T1 on one day. */
const lines = (columns: string, ...values: string[]) =>
  `SELECT 'T1' AS ubicacion_id, DATE '2024-05-06' AS fecha, * FROM (VALUES ${values.join(', ')}) AS v (${columns})`;

const nine = `TIMESTAMPTZ '2024-05-06 13:00:00+00'`;
const ten = `TIMESTAMPTZ '2024-05-06 14:00:00+00'`;
const basic = 'numero_factura, caja, fecha_hora, producto_id, cantidad, precio_total';

it('gives receipts, their lines and their sales, each once and to the cent', async () => {
  const { units } = await load({
    feed: 'facturas',
    rows: lines(
      `${basic}, linea, costo_unitario, total_bs, efectivo_bs, zelle_usd, cajero, descuento_item`,
      `('A', '1', ${nine}, 'P1', 2, 10, 1, 1.2025, 12.5, 0, NULL, NULL, NULL)`,
      `('A', '1', ${ten}, 'P2', -1, -4, 2, 2.005, NULL, NULL, NULL, 'Ana', 0.5)`,
      `('B', '1', ${ten}, NULL, 3, 6, 1, NULL, 6, 4, 0.05, NULL, NULL)`,
    ),
  });
  expect(units).toMatchObject([{ outcome: 'cargada', rows: 3, sums: { cantidad: '4.0000', precio_total: '12.00' } }]);
  expect(
    await query(`SELECT numero_factura, caja, cajero, fecha_hora, subtotal, total_bs, efectivo_bs, zelle_usd, cantidad_items, es_pago_mixto
      FROM facturas ORDER BY 1`),
  ).toEqual([
    {
      numero_factura: 'A',
      caja: '1',
      cajero: 'Ana',
      fecha_hora: '2024-05-06T13:00:00Z',
      subtotal: null,
      total_bs: '12.50',
      efectivo_bs: '0.00',
      zelle_usd: null,
      cantidad_items: 2,
      es_pago_mixto: false,
    },
    expect.objectContaining({ numero_factura: 'B', efectivo_bs: '4.00', zelle_usd: '0.05', es_pago_mixto: true }),
  ]);
  expect(
    await query(`SELECT i.id, f.numero_factura, producto_id, i.fecha_hora = f.fecha_hora AS first, cantidad, precio_total, i.descuento, costo_total, margen
      FROM items_facturas i JOIN facturas f ON f.id = i.factura_id ORDER BY i.id`).then((rows) =>
      rows.map((row) => Object.values(row)),
    ),
  ).toEqual([
    // 2 x 1.2025 = 2.405 and -1 x 2.005 are rounded away from zero.
    ['linea-1', 'A', 'P1', true, '2.0000', '10.00', '0.0000', '2.41', '7.59'],
    ['linea-2', 'A', 'P2', false, '-1.0000', '-4.00', '0.5000', '-2.01', '-1.99'],
    ['linea-3', 'B', null, true, '3.0000', '6.00', '0.0000', null, null],
  ]);
  expect(
    await query(
      `SELECT id, numero_factura, linea, producto_id, cantidad, costo_unitario, monto_total, carga_id IS NOT NULL AS has_load FROM ventas_raw ORDER BY id`,
    ).then((rows) => rows.map((row) => Object.values(row))),
  ).toEqual([
    ['1', 'A', 1, 'P1', '2.000000', '1.202500', '10.000000', true],
    ['2', 'A', 2, 'P2', '-1.000000', '2.005000', '-4.000000', true],
    ['3', 'B', 1, null, '3.000000', null, '6.000000', true],
  ]);
  expect(await query('SELECT venta_total, lineas, total_facturas FROM ventas_diarias')).toEqual([
    { venta_total: '12.000000', lineas: 3, total_facturas: 2 },
  ]);
  expect(await query('SELECT id FROM productos WHERE es_provisional ORDER BY id')).toEqual([
    { id: 'P1' },
    { id: 'P2' },
  ]);
});

it('keeps the rate that most receipts of the day carry, and no other once they carry another', async () => {
  const day = (...rates: readonly (number | null)[]) =>
    lines(`${basic}, tasa_cambio`, ...rates.map((rate, n) => `('A${n}', '1', ${nine}, 'P1', 1, 1, ${rate ?? 'NULL'})`));
  const rate = () => query('SELECT fecha, bs_por_usd, fuente FROM tasas_cambio');
  await load({ feed: 'facturas', rows: day(36.21, 36.21, 36.4) });
  expect(await rate()).toEqual([{ fecha: '2024-05-06', bs_por_usd: '36.210000', fuente: 'facturas' }]);
  await load({ feed: 'facturas', rows: day(36.4, null) });
  expect(await rate()).toEqual([{ fecha: '2024-05-06', bs_por_usd: '36.400000', fuente: 'facturas' }]);
  await load({ feed: 'facturas', rows: day(null) });
  expect(await rate()).toEqual([]);
});

it('tells receipts apart by their id, else by till and number', async () => {
  await load({
    feed: 'facturas',
    rows: lines(
      `factura_id, item_id, ${basic}`,
      `('F1', '1', 'A', '1', ${nine}, 'P1', 1, 1)`,
      `('F1', '2', 'A', '1', ${nine}, 'P1', 1, 1)`,
      `('F2', '1', 'A', '1', ${nine}, 'P1', 1, 1)`,
      `(NULL, 'x', 'A', '1', ${nine}, 'P1', 1, 1)`,
      `(NULL, NULL, 'A', '2', ${nine}, 'P1', 1, 1)`,
      `(NULL, 'linea-5', 'A', NULL, ${nine}, 'P1', 1, 1)`,
    ),
  });
  expect(
    await query(`SELECT caja, cantidad_items AS lines, length(id) AS width FROM facturas ORDER BY 1, 2 DESC, 3`),
  ).toEqual([
    { caja: '1', lines: 2, width: 2 },
    { caja: '1', lines: 1, width: 2 },
    { caja: '1', lines: 1, width: 32 },
    { caja: '2', lines: 1, width: 32 },
    { caja: null, lines: 1, width: 32 },
  ]);
  // The first receipts' lines are numbered from 1 each, and the last id would be that of the line before it.
  expect(await query(`SELECT id FROM items_facturas ORDER BY id COLLATE "C"`)).toEqual(
    ['2', 'linea-1', 'linea-3', 'linea-5', 'linea-6', 'x'].map((id) => ({ id })),
  );
});

it('leaves out whole receipts whose lines contradict each other, and nothing else', async () => {
  const { units, rejects } = await load({
    feed: 'facturas',
    rows: lines(
      `${basic}, total_bs, cajero`,
      `('A', '1', ${nine}, 'P1', 1, 10, 20, 'Ana')`,
      `('A', '1', ${nine}, 'P2', 1, 10, 21, NULL)`,
      `('A', '1', ${nine}, 'P3', 1, 10, NULL, 'Ana')`,
      `('A', '2', ${nine}, 'P1', 1, 7, 7, 'Luis')`,
      `('B', '2', NULL, 'P1', 1, 5, NULL, NULL)`,
      `('B', '2', ${ten}, 'P1', 1, 5, 10, 'Luis')`,
      `('C', '2', NULL, 'P1', 1, 5, 5, NULL)`,
    ),
  });
  const reason = 'differs between lines 2 and 3 of its receipt, which is left out as a whole';
  expect(rejects).toEqual([
    { line: 2, field: 'total_bs', value: '20.00', reason },
    { line: 3, field: 'total_bs', value: '21.00', reason },
    { line: 4, field: 'total_bs', value: null, reason },
    { line: 8, field: 'fecha_hora', value: null, reason: 'is empty in all lines of the receipt' },
  ]);
  expect(units).toMatchObject([{ outcome: 'con_rechazos', rows: 3, sums: { precio_total: '17.00' } }]);
  expect(await query('SELECT numero_factura AS n, total_bs, fecha_hora FROM facturas ORDER BY 1')).toEqual([
    { n: 'A', total_bs: '7.00', fecha_hora: '2024-05-06T13:00:00Z' },
    { n: 'B', total_bs: '10.00', fecha_hora: '2024-05-06T14:00:00Z' },
  ]);
});

it('takes the place of the same day from a sales feed, and of an earlier delivery', async () => {
  await load({
    feed: 'ventas',
    rows: lines('numero_factura, producto_id, cantidad, monto_total', `('A', 'P1', 1, 2)`, `('B', 'P1', 1, 3)`),
  });
  const receipts = (...values: string[]) => load({ feed: 'facturas', rows: lines(basic, ...values) });
  await receipts(`('A', '1', ${nine}, 'P1', 1, 2)`, `('A', '1', ${nine}, 'P1', 1, 2)`);
  await receipts(`('A', '1', ${nine}, 'P1', 1, 2)`);
  const counts =
    await query(`SELECT (SELECT count(*) FROM ventas_raw)::int AS sales, (SELECT count(*) FROM facturas)::int AS receipts,
    (SELECT count(*) FROM items_facturas)::int AS lines, (SELECT string_agg(fuente, ' ') FROM cargas) AS feeds`);
  expect(counts).toEqual([{ sales: 1, receipts: 1, lines: 1, feeds: 'facturas' }]);
});

it.each(['facturas', 'ventas'] as const)('notes when products in stock were last sold, as %s tell', async (feed) => {
  await query(
    `INSERT INTO productos (id, codigo, descripcion, categoria) SELECT p, p, p, '' FROM unnest('{S1,S2,S3,S4}'::text[]) AS p ON CONFLICT DO NOTHING`,
  );
  await query(`INSERT INTO stock_actual (ubicacion_id, producto_id, ultima_venta)
    SELECT 'T1', p, v::timestamptz FROM (VALUES ('S1', NULL), ('S2', '2024-05-06 18:00Z'), ('S3', '2024-05-01 00:00Z'), ('S4', NULL)) AS s (p, v)`);
  const sold = lines(
    basic,
    ...['S1', 'S2', 'S3', 'not in stock'].map((id) => `('A', '1', ${ten}, '${id}', 1, 2)`),
    `('A', '1', ${ten}, 'S4', -1, -2)`,
  );
  const rows =
    feed === 'facturas' ? sold : `SELECT * EXCLUDE (caja) RENAME (precio_total AS monto_total) FROM (${sold})`;
  await load({ feed, rows });
  expect(await query('SELECT producto_id AS p, ultima_venta AS v FROM stock_actual ORDER BY 1')).toEqual([
    { p: 'S1', v: '2024-05-06T14:00:00Z' },
    { p: 'S2', v: '2024-05-06T18:00:00Z' },
    { p: 'S3', v: '2024-05-06T14:00:00Z' },
    { p: 'S4', v: null },
  ]);
});
