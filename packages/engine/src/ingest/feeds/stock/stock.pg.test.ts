import { describe, expect, it } from 'vitest';
import { provideLoading, type Loaded } from '../testing/loading.ts';

const { load, query } = provideLoading();

type Values = readonly (string | number | null)[];

function rowsOf(columns: string, rows: readonly Values[]): string {
  const literal = (value: string | number | null) =>
    typeof value === 'string' ? `'${value}'` : String(value ?? 'NULL');
  return `SELECT 'T1' AS ubicacion_id, * REPLACE (fecha::DATE AS fecha) FROM (VALUES ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}) AS v (${columns})`;
}

/** Movements of T1 as (date, UTC time, product, type, quantity, stock left behind). */
const moved = (...rows: readonly [string, string, string, string, number, number?][]): Promise<Loaded> =>
  load({
    feed: 'movimientos',
    rows: `SELECT * REPLACE ((fecha || ' ' || fecha_hora || ':00Z')::TIMESTAMPTZ AS fecha_hora) FROM (${rowsOf(
      'fecha, fecha_hora, producto_id, tipo_movimiento, cantidad, stock_nuevo',
      rows.map((row) => [...row, ...(row.length === 5 ? [null] : [])] as Values),
    )})`,
  });

/** A count of T1 on a date, of products and quantities. */
const counted = (
  fecha: string,
  products: Readonly<Record<string, number>>,
  { at, partial = false }: { readonly at?: string; readonly partial?: boolean } = {},
): Promise<Loaded> =>
  load({
    feed: 'inventario',
    partial,
    rows: `SELECT *, ${at === undefined ? 'NULL' : `'${fecha} ${at}:00Z'`}::TIMESTAMPTZ AS fecha_hora FROM (${rowsOf(
      'fecha, producto_id, cantidad',
      Object.entries(products).map(([product, cantidad]) => [fecha, product, cantidad]),
    )})`,
  });

/** The stock of T1, by product. */
async function stock(): Promise<Record<string, string>> {
  const rows = await query(
    `SELECT producto_id AS p, trim_scale(cantidad)::text AS c FROM stock_actual WHERE ubicacion_id = 'T1' ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ p, c }) => [String(p), String(c)]));
}

const row = async (product: string) =>
  (await query(`SELECT * FROM stock_actual WHERE ubicacion_id = 'T1' AND producto_id = '${product}'`))[0];

describe('movements', () => {
  it('add up to the stock, whichever sign a source gives to what leaves', async () => {
    const { units } = await moved(
      ['2024-05-06', '12:00', 'A', 'entrada', 10],
      ['2024-05-06', '13:00', 'A', 'salida', 3],
      ['2024-05-06', '14:00', 'A', 'salida', -4],
      ['2024-05-06', '15:00', 'A', 'ajuste', -0.5],
      ['2024-05-06', '15:00', 'B', 'salida', 2],
    );
    expect(units).toMatchObject([{ outcome: 'cargada', rows: 5, sums: { cantidad: '10.5000' } }]);
    expect(await stock()).toEqual({ A: '2.5', B: '-2' });
    expect(await row('A')).toMatchObject({
      cantidad_contada: '0.0000',
      contada_en: null,
      ultima_entrada: '2024-05-06T12:00:00Z',
      ultima_salida: '2024-05-06T15:00:00Z',
      ultima_actualizacion: '2024-05-06T15:00:00Z',
    });
  });

  it('of a transfer come in where it goes to, and leave where it comes from', async () => {
    const transfer = (id: string, from: string, to: string) => `('${id}', 'A', 'transferencia', 5, ${from}, ${to})`;
    await load({
      feed: 'movimientos',
      rows: `SELECT 'T1' AS ubicacion_id, DATE '2024-05-06' AS fecha, TIMESTAMPTZ '2024-05-06 12:00:00Z' AS fecha_hora, * FROM (VALUES
        ${transfer('1', `'T2'`, `'01'`)}, ${transfer('2', `'CEDI'`, `'T1'`)}, ${transfer('3', `'T1'`, `'T2'`)}, ${transfer('4', 'NULL', 'NULL')}
        ) AS v (id, producto_id, tipo_movimiento, cantidad, origen, destino)`,
    });
    expect(await stock()).toEqual({ A: '10' });
  });

  it('tell the stock where they say what they leave behind; of two at one moment the later number', async () => {
    await load({
      feed: 'movimientos',
      rows: `SELECT 'T1' AS ubicacion_id, DATE '2024-05-06' AS fecha, TIMESTAMPTZ '2024-05-06 12:00:00Z' AS fecha_hora, 'A' AS producto_id, 'entrada' AS tipo_movimiento, * FROM
        (VALUES ('M10', 1, 41), ('M9', 1, 40), ('M100', 2, NULL)) AS v (id, cantidad, stock_nuevo)`,
    });
    expect(await stock()).toEqual({ A: '43' });
    // An earlier day changes nothing of it.
    await moved(['2024-05-05', '12:00', 'A', 'entrada', 7]);
    expect(await stock()).toEqual({ A: '43' });
  });

  it('replace those of their day, also for products that it names no longer', async () => {
    await counted('2024-05-01', { A: 10, B: 10 });
    await moved(
      ['2024-05-06', '12:00', 'A', 'salida', 1],
      ['2024-05-06', '12:00', 'B', 'salida', 2],
      ['2024-05-06', '12:00', 'C', 'entrada', 2],
    );
    expect(await stock()).toEqual({ A: '9', B: '8', C: '2' });
    await moved(['2024-05-06', '12:00', 'A', 'salida', 5]);
    expect(await stock()).toEqual({ A: '5', B: '10' });
  });

  it('of one id that differ are rejected, each with the other line', async () => {
    const { rejects, units } = await load({
      feed: 'movimientos',
      rows: `SELECT 'T1' AS ubicacion_id, DATE '2024-05-06' AS fecha, TIMESTAMPTZ '2024-05-06 12:00:00Z' AS fecha_hora, 'entrada' AS tipo_movimiento, * FROM
        (VALUES ('1', 'A', 1), ('2', 'A', 2), ('1', 'A', 3), (NULL, 'A', 4)) AS v (id, producto_id, cantidad)`,
    });
    expect(rejects).toEqual([
      { line: 2, field: 'id', value: '1', reason: 'is also in line 4, with other values' },
      { line: 4, field: 'id', value: '1', reason: 'is also in line 2, with other values' },
    ]);
    expect(units).toMatchObject([{ outcome: 'con_rechazos', rows: 2 }]);
    expect(await stock()).toEqual({ A: '6' });
    expect(await query('SELECT id FROM movimientos_inventario ORDER BY 1')).toEqual([
      { id: '2' },
      { id: expect.stringMatching(/^linea-\d$/) },
    ]);
  });

  it('are added to stock that somebody else reported, as of its moment', async () => {
    await query(
      `INSERT INTO productos (id, codigo, descripcion, categoria) VALUES ('A', 'A', 'A', ''), ('B', 'B', 'B', '') ON CONFLICT DO NOTHING`,
    );
    await query(`INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad, ultima_actualizacion, costo_promedio, valor_inventario, cantidad_disponible)
      VALUES ('T1', 'A', 20, '2024-05-06 02:45Z', 1.5, 30, 18), ('T1', 'B', 5, NULL, NULL, NULL, NULL)`);
    await moved(['2024-05-05', '20:00', 'A', 'salida', 4], ['2024-05-05', '20:00', 'B', 'salida', 4]);
    expect(await row('A')).toMatchObject({
      cantidad: '20.0000',
      cantidad_contada: null,
      ultima_salida: '2024-05-05T20:00:00Z',
    });
    await moved(['2024-05-06', '20:00', 'A', 'salida', 3]);
    expect(await row('A')).toMatchObject({
      cantidad: '17.0000',
      cantidad_contada: '20.0000',
      contada_en: '2024-05-06T02:45:00Z',
      valor_inventario: '25.50',
      cantidad_disponible: '15.0000',
    });
    // Nobody knows what its report includes.
    expect(await row('B')).toMatchObject({ cantidad: '5.0000', cantidad_contada: null, ultima_actualizacion: null });
  });
});

describe('a count', () => {
  it('takes the place of the whole stock; what has moved since still counts', async () => {
    await counted('2024-05-01', { A: 10, B: 10, C: 10 });
    await moved(['2024-05-07', '12:00', 'A', 'salida', 1], ['2024-05-07', '12:00', 'C', 'entrada', 1]);
    await moved(['2024-05-06', '14:00', 'A', 'salida', 1], ['2024-05-06', '16:00', 'A', 'salida', 2]);
    const { units } = await counted('2024-05-06', { A: 50 }, { at: '15:00' });
    expect(units).toMatchObject([{ outcome: 'cargada', rows: 1, sums: { cantidad: '50.0000' }, message: null }]);
    expect(await stock()).toEqual({ A: '47', C: '1' });
    expect(await row('A')).toMatchObject({
      contada_en: '2024-05-06T15:00:00Z',
      ultima_actualizacion: '2024-05-07T12:00:00Z',
    });
  });

  it('without a time is of the end of its day in the store', async () => {
    await moved(['2024-05-07', '03:59', 'A', 'salida', 1], ['2024-05-07', '04:00', 'A', 'salida', 2]);
    await counted('2024-05-06', { A: 5 });
    expect(await row('A')).toMatchObject({ cantidad: '3.0000', contada_en: '2024-05-07T03:59:59.999999Z' });
  });

  it('that is older than the last one changes nothing, and says so', async () => {
    await counted('2024-05-06', { A: 5 }, { at: '15:00' });
    const { units } = await counted('2024-05-01', { A: 1, B: 1 });
    expect(units).toMatchObject([
      {
        outcome: 'cargada',
        rows: 2,
        message: `The store's stock was counted later, at 2024-05-06 11:00: this count changes nothing.`,
      },
    ]);
    expect(await stock()).toEqual({ A: '5' });
  });

  it('of some products leaves the others, and what was counted later', async () => {
    await counted('2024-05-01', { A: 1, B: 1, C: 1 });
    await counted('2024-05-06', { A: 6 }, { partial: true });
    expect(await stock()).toEqual({ A: '6', B: '1', C: '1' });
    const { units } = await counted('2024-05-03', { A: 3, B: 3 });
    expect(units).toMatchObject([{ message: '1 of its products were counted later and keep that count.' }]);
    expect(await stock()).toEqual({ A: '6', B: '3' });
  });

  it('adds up the lines of a product that lies in several places, and keeps what it does not tell', async () => {
    await query(
      `INSERT INTO productos (id, codigo, descripcion, categoria) VALUES ('A', 'A', 'A', '') ON CONFLICT DO NOTHING`,
    );
    await query(`INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad, ultima_actualizacion, demanda_30_dias, ultima_venta, cantidad_reservada)
      VALUES ('T1', 'A', 20, '2024-05-01', 3.5, '2024-05-06 18:00Z', 2)`);
    const { units } = await load({
      feed: 'inventario',
      rows: `SELECT 'T1' AS ubicacion_id, DATE '2024-05-06' AS fecha, 'A' AS producto_id, TIMESTAMPTZ '2024-05-06 01:00:00Z' AS ultima_venta, * FROM
        (VALUES (2, 1.0, DATE '2024-06-01'), (2, 1.0, DATE '2024-05-20'), (1, 2.0, NULL)) AS v (cantidad, costo_promedio, fecha_proximo_vencimiento)`,
    });
    expect(units).toMatchObject([
      {
        rows: 3,
        sums: { cantidad: '5.0000' },
        message: '1 product is in several lines of the count, which were added up.',
      },
    ]);
    expect(await row('A')).toMatchObject({
      cantidad: '5.0000',
      cantidad_reservada: '2.0000',
      costo_promedio: '1.2000',
      valor_inventario: '6.00',
      fecha_proximo_vencimiento: '2024-05-20',
      ultima_venta: '2024-05-06T18:00:00Z',
      demanda_30_dias: '3.5000',
    });
  });

  it('of many days in one delivery counts once, by the newest', async () => {
    const days = ['2024-05-01', '2024-05-03', '2024-05-02'];
    const { units } = await load({
      feed: 'inventario',
      rows: rowsOf(
        'fecha, producto_id, cantidad',
        days.map((day, index) => [day, `P${index}`, index + 1]),
      ),
    });
    expect(units.map(({ message }) => message?.slice(0, 38) ?? null)).toEqual([
      "The store's stock was counted later, a",
      null,
      "The store's stock was counted later, a",
    ]);
    expect(await stock()).toEqual({ P1: '2' });
  });
});

describe('loads of one store at once', () => {
  it('see what the others move, and wait for each other, not for ever', async () => {
    const days = ['2024-05-02', '2024-05-03', '2024-05-04', '2024-05-05'];
    await Promise.all([
      ...days.map((day) => moved([day, '12:00', 'A', 'entrada', 2], [day, '12:00', 'B', 'salida', 1])),
      counted('2024-05-01', { B: 50, C: 5 }),
      counted('2024-05-03', { A: 100 }, { partial: true }),
    ]);
    expect(await stock()).toEqual({ A: '104', B: '46', C: '5' });
  });
});
