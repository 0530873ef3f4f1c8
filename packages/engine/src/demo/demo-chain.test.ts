import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDemoFile, type DemoFile } from './testing/demo-file.ts';

// Making a chain takes a second of a quiet core, and several of a busy one.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const lines = 60_000;
let demo: DemoFile;
beforeAll(async () => {
  demo = await createDemoFile({ rows: lines });
});
afterAll(() => demo.drop());

/** Sales lines that fulfil a condition. */
const sold = (condition: string) => demo.count(`ventas_raw WHERE ${condition}`);
/** Sales lines on the mean day that fulfils it. */
const perDay = async (condition: string) =>
  (await sold(condition)) / (await demo.count(`(SELECT DISTINCT fecha FROM ventas_raw WHERE ${condition})`));

describe('the sales lines', () => {
  it('are as many as asked for, and the same for ever', async () => {
    const totals = 'SELECT count(*) AS n, sum(monto_total) AS value, sum(cantidad) AS quantity FROM ventas_raw';
    expect(await demo.row(totals)).toEqual({ n: String(lines), value: '42820126.420000', quantity: '93017.379000' });
  });

  it('lie in the order of date, store and id', async () => {
    const neighbours = `SELECT key, lag(key) OVER (ORDER BY place) AS before
      FROM (SELECT rowid AS place, (fecha, ubicacion_id, id) AS key FROM ventas_raw)`;
    expect(await demo.count(`(${neighbours}) WHERE key < before`)).toBe(0);
  });

  it('have amounts that are quantity by price, in cents', async () => {
    expect(await sold('monto_total <> round(cantidad::DECIMAL(9,3) * precio_unitario::DECIMAL(9,4), 2)')).toBe(0);
    expect(await sold('precio_unitario <= 0 OR costo_unitario <= 0 OR cantidad = 0')).toBe(0);
  });

  it("have instants of the store's opening hours, on its own day", async () => {
    const local = `(fecha_hora AT TIME ZONE 'America/Caracas')`;
    const inside = `fecha = ${local}::DATE AND ${local}::TIME BETWEEN horario_apertura AND horario_cierre`;
    expect(await demo.count(`ventas_raw v JOIN ubicaciones u ON u.id = ubicacion_id WHERE ${inside}`)).toBe(lines);
  });

  it('are numbered on receipts without a gap; one receipt has one instant', async () => {
    const receipts = `SELECT count(*) AS n, min(linea) AS first, max(linea) AS last, count(DISTINCT fecha_hora) AS instants
      FROM ventas_raw GROUP BY ubicacion_id, fecha, numero_factura`;
    expect(await demo.count(`(${receipts}) WHERE first <> 1 OR last <> n OR instants <> 1`)).toBe(0);
    expect(await demo.count(`(${receipts})`)).toBeLessThan(lines / 2);
  });

  it('have invoice numbers that collide between stores, but not within one', async () => {
    const most = (of: string, group: string) =>
      demo.numbers(`SELECT max(n) FROM (SELECT count(DISTINCT ${of}) AS n FROM ventas_raw GROUP BY ${group})`);
    expect(await most('ubicacion_id', 'numero_factura')).toEqual([16]);
    expect(await most('fecha', 'ubicacion_id, numero_factura')).toEqual([1]);
  });

  it('hold returns, weighed goods, and things rung twice', async () => {
    const returned = (await sold('cantidad < 0')) / lines;
    expect(returned).toBeGreaterThan(0.003);
    expect(returned).toBeLessThan(0.007);
    expect(await sold('cantidad <> floor(cantidad)')).toBeGreaterThan(lines / 20);
    const equal = `ubicacion_id, fecha, numero_factura, producto_id, cantidad, monto_total`;
    expect(await demo.count(`(SELECT 1 FROM ventas_raw GROUP BY ${equal} HAVING count(*) > 1)`)).toBeGreaterThan(0);
  });
});

describe('the seasons', () => {
  it('peak on Saturday', async () => {
    const week = await demo.numbers('SELECT count(*) FROM ventas_raw GROUP BY isodow(fecha) ORDER BY isodow(fecha)');
    expect(week.indexOf(Math.max(...week))).toBe(5);
    expect(Math.max(...week) / Math.min(...week)).toBeGreaterThan(1.4);
  });

  it('peak in December and slump in January', async () => {
    const months = await Promise.all(
      Array.from({ length: 12 }, (_, month) => perDay(`month(fecha) = ${month + 1} AND fecha < '2025-09-01'`)),
    );
    expect(months.indexOf(Math.max(...months))).toBe(11);
    expect(months.indexOf(Math.min(...months))).toBe(0);
  });

  it('rise on pay-days, and rest at Christmas', async () => {
    const ordinary = 'isodow(fecha) <= 4 AND month(fecha) <> 12';
    const payday = await perDay(`${ordinary} AND (day(fecha) = 15 OR fecha = last_day(fecha))`);
    expect(payday).toBeGreaterThan(1.2 * (await perDay(`${ordinary} AND day(fecha) BETWEEN 8 AND 13`)));
    expect(await sold('month(fecha) = 12 AND day(fecha) = 25')).toBe(0);
  });

  it('have a day of two humps on weekdays', async () => {
    const atHour = (hour: number) => sold(`isodow(fecha) < 6 AND hour(fecha_hora - INTERVAL 4 HOUR) = ${hour}`);
    expect(await atHour(14)).toBeLessThan(0.8 * Math.min(await atHour(12), await atHour(17)));
  });

  it('sell their own products in December', async () => {
    const seasonal = `producto_id IN (SELECT id FROM productos WHERE estacionalidad = 'Solo Navidad')`;
    const inMonth = (month: number) => sold(`month(fecha) = ${month} AND ${seasonal}`);
    expect(await inMonth(12)).toBeGreaterThan(10 * (1 + (await inMonth(4))));
  });
});

describe('the stores', () => {
  it('differ in size five to eight times', async () => {
    const sizes = await demo.numbers(
      `SELECT count(*) FROM ventas_raw WHERE ubicacion_id <> 'TIENDA_16' GROUP BY ubicacion_id`,
    );
    expect(sizes).toHaveLength(15);
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeGreaterThan(5);
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(8);
  });

  it('open in the course of the year, close for rebuilding, and miss days', async () => {
    const first = `SELECT min(fecha) AS first FROM ventas_raw WHERE ubicacion_id = 'TIENDA_16'`;
    expect(await demo.row(first)).toEqual({ first: '2025-03-16' });
    expect(await sold(`ubicacion_id = 'TIENDA_11' AND fecha BETWEEN '2025-05-09' AND '2025-06-05'`)).toBe(0);
    expect(await sold(`ubicacion_id = 'TIENDA_04' AND fecha = '2025-09-18'`)).toBe(0);
    expect(await sold(`ubicacion_id = 'TIENDA_07' AND fecha BETWEEN '2025-08-26' AND '2025-08-28'`)).toBe(0);
    expect(await sold(`ubicacion_id = 'TIENDA_10' AND fecha = '2025-09-25'`)).toBe(0);
  });

  it('have a day that came short', async () => {
    const onDay = (day: string) => sold(`ubicacion_id = 'TIENDA_09' AND fecha = '${day}'`);
    expect(await onDay('2025-09-11')).toBeLessThan(0.3 * (await onDay('2025-09-04')));
  });
});

describe('the ledger', () => {
  it('has what was loaded, day by day', async () => {
    const loaded = `SELECT carga_id AS id, ubicacion_id, fecha, count(*) AS n FROM ventas_raw GROUP BY ALL`;
    const both = `cargas c FULL JOIN (${loaded}) v USING (id, ubicacion_id, fecha)`;
    expect(await demo.count(`${both} WHERE coalesce(n, 0) IS DISTINCT FROM filas_cargadas`)).toBe(0);
  });

  it('tells a day without sales from one that failed and one that was never asked for', async () => {
    const outcomes = async (store: string, day: string) =>
      (await demo.rows(`SELECT resultado FROM cargas WHERE ubicacion_id = '${store}' AND fecha = '${day}'`)).map(
        ({ resultado }) => resultado,
      );
    expect(await outcomes('TIENDA_11', '2025-05-20')).toEqual(['vacia']);
    expect(await outcomes('TIENDA_04', '2025-09-18')).toEqual(['fallida']);
    expect(await outcomes('TIENDA_07', '2025-08-27')).toEqual([]);
    expect(await outcomes('TIENDA_16', '2024-12-01')).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('falls into ABC: few products make most of the sales', async () => {
    const ofClass = (kind: string) => demo.count(`productos WHERE abc_classification = '${kind}'`);
    const [a, b, c] = await Promise.all([ofClass('A'), ofClass('B'), ofClass('C')]);
    expect(a).toBeGreaterThan(0);
    expect(a / (a + b + c)).toBeLessThan(0.35);
    expect(c).toBeGreaterThan(a);
  });

  it.each([
    `xyz_classification = 'X'`,
    `xyz_classification = 'Y'`,
    `xyz_classification = 'Z'`,
    `discontinuado AND NOT activo AND fecha_discontinuacion < '2025-08-01'`,
    `es_perecedero AND dias_vencimiento <= 30`,
    `id NOT IN (SELECT producto_id FROM ventas_raw)`,
    `activo AND id IN (SELECT producto_id FROM ventas_raw GROUP BY 1 HAVING max(fecha) < '2025-07-25')`,
    `conjunto_sustituible IN (SELECT nombre FROM conjuntos_sustituibles) AND es_lider_conjunto`,
    `es_provisional AND descripcion LIKE 'SIN CATALOGO %' AND id IN (SELECT producto_id FROM ventas_raw)`,
    `descripcion LIKE '%ñ%'`,
  ])('has products for which %s', async (condition) => {
    expect(await demo.count(`productos WHERE ${condition}`)).toBeGreaterThan(0);
  });

  it('has descriptions of their own, and good bar codes', async () => {
    expect(await demo.count(`(SELECT descripcion FROM productos GROUP BY 1 HAVING count(*) > 1)`)).toBe(0);
    const weighted = Array.from({ length: 13 }, (_, index) => {
      const digit = `substr(codigo_barras, ${index + 1}, 1)::INTEGER`;
      return index % 2 === 0 ? digit : `3 * ${digit}`;
    });
    const good = `length(codigo_barras) = 13 AND (${weighted.join(' + ')}) % 10 = 0`;
    expect(await demo.count(`productos WHERE NOT es_provisional AND NOT coalesce(${good}, false)`)).toBe(0);
  });

  it('costs more in the course of the year', async () => {
    const relativeCost = async (days: string) => {
      const sales = `ventas_raw v JOIN productos p ON p.id = producto_id WHERE ${days}`;
      const [mean = 0] = await demo.numbers(`SELECT avg(costo_unitario / costo_promedio) FROM ${sales}`);
      return mean;
    };
    expect(await relativeCost(`fecha < '2024-10-01'`)).toBeLessThan(0.96);
    expect(await relativeCost(`fecha >= '2025-09-28'`)).toBeCloseTo(1, 3);
  });

  it('is sold for less, and in larger numbers, while it is promoted', async () => {
    const current = `DATE '2025-09-30' BETWEEN fecha_precio_promo_inicio AND fecha_precio_promo_fin`;
    expect(
      await demo.count(`producto_ubicacion_config WHERE precio_promocional < precio_venta AND ${current}`),
    ).toBeGreaterThan(0);
    const promoted = `producto_id IN (SELECT producto_id FROM producto_ubicacion_config WHERE precio_promocional > 0)`;
    const share = async (days: string) => (await sold(`${promoted} AND ${days}`)) / (await sold(days));
    // The promotions that are on began on 28 September.
    expect(await share(`fecha >= '2025-09-28'`)).toBeGreaterThan(1.3 * (await share(`month(fecha) = 8`)));
  });
});
