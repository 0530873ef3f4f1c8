import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { createDemoFile, type DemoFile } from './testing/demo-file.ts';

// Making a chain takes a second of a quiet core, and several of a busy one.
vi.setConfig({ testTimeout: 120_000 });

const rows = 20_000;

/** Rows that must not be there, by what is wrong with them; `${last}` is the last day as SQL. */
function wrong(first: string, last: string): readonly string[] {
  const outside = (column: string) => `${column} NOT BETWEEN ${first} AND ${last}`;
  return [
    ...['ventas_raw', 'facturas', 'items_facturas', 'movimientos_inventario', 'cargas', 'pedidos'].map(
      (table) => `${table} WHERE ${outside('fecha')}`,
    ),
    `ventas_raw WHERE fecha <> (fecha_hora AT TIME ZONE 'America/Caracas')::DATE`,
    `ventas_raw WHERE strftime(fecha, '%m-%d') IN ('12-25', '01-01')`,
    `producto_ubicacion_config WHERE ${last} NOT BETWEEN fecha_precio_promo_inicio AND fecha_precio_promo_fin`,
    `pedidos WHERE updated_at > (${last} + 1) AT TIME ZONE 'America/Caracas' OR fecha_entrega < fecha`,
    `stock_actual WHERE greatest(ultima_entrada, ultima_salida, ultima_venta) >= (${last} + 1)::TIMESTAMP AT TIME ZONE 'America/Caracas'`,
    `stock_actual WHERE dias_sin_movimiento < 0`,
    `stock_actual JOIN productos p ON p.id = producto_id WHERE fecha_proximo_vencimiento > ${last} + dias_vencimiento`,
    `stock_actual JOIN productos p ON p.id = producto_id WHERE fecha_proximo_vencimiento IS NOT NULL AND dias_vencimiento IS NULL`,
  ];
}

/** The share of the stock's rows that fulfil a condition. */
async function share(demo: DemoFile, condition: string): Promise<number> {
  return (await demo.count(`stock_actual WHERE ${condition}`)) / (await demo.count('stock_actual'));
}

const day = fc
  .date({ min: new Date('2001-02-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it('looks like a chain at work, whatever its last day is', async () => {
  await fc.assert(
    fc.asyncProperty(day, async (until) => {
      const demo = await createDemoFile({ rows, until });
      const last = `DATE '${until}'`;
      const first = `(${last} + 1 - INTERVAL 13 MONTH)`;
      expect(await demo.count('ventas_raw')).toBe(rows);
      for (const condition of wrong(first, last))
        expect([condition, await demo.count(condition)]).toEqual([condition, 0]);
      for (const table of ['facturas', 'movimientos_inventario', 'pedidos_detalle'])
        expect(await demo.count(table)).toBeGreaterThan(0);
      expect(await demo.count('producto_ubicacion_config WHERE precio_promocional < precio_venta')).toBeGreaterThan(0);
      const seasonal = `producto_id IN (SELECT id FROM productos WHERE estacionalidad = 'Solo Navidad')`;
      const inMonth = (month: number) => demo.count(`ventas_raw WHERE month(fecha) = ${month} AND ${seasonal}`);
      expect(await inMonth(12)).toBeGreaterThan(await inMonth(4));
      // Seen on the day after, which is when it is made.
      const expired = await share(demo, `fecha_proximo_vencimiento <= ${last}`);
      expect(expired).toBeGreaterThan(0);
      expect(expired).toBeLessThan(0.02);
      expect(await share(demo, `fecha_proximo_vencimiento <= ${last} + 4`)).toBeLessThan(0.15);
      expect(await share(demo, `dias_sin_movimiento >= 60`)).toBeLessThan(0.3);
      await demo.drop();
    }),
    { numRuns: 6, examples: [['2024-12-25'], ['2025-01-01'], ['2024-03-31'], ['2024-02-29']] },
  );
});
