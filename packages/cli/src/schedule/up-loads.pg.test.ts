import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { eventually } from '#testing/eventually.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFluxion } from '../testing/fluxion.ts';

let database: TestDatabase;
let till: Server;
const asked: string[] = [];

/** A till that sold two things on any day that it is asked for. */
function answer(url: string): string {
  const fecha = new URL(url, 'http://till').searchParams.get('fecha');
  asked.push(String(fecha));
  const line = { fecha, producto_id: 'P1', cantidad: '2', precio_unitario: '1.50', monto_total: '3.00' };
  return JSON.stringify([
    { ...line, numero_factura: 'F1', linea: 1 },
    { ...line, numero_factura: 'F2', linea: 1 },
  ]);
}

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  till = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer(request.url ?? ''));
  });
  await new Promise<void>((resolve) => till.listen(0, '127.0.0.1', resolve));
  const { port } = till.address() as AddressInfo;
  const definition = {
    feed: 'ventas',
    url: `http://127.0.0.1:${port}/ventas?tienda={store}&fecha={date}`,
    schedule: { dailyAt: '03:00' },
  };
  await database.pool.query(
    `INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T1', '01', 'Centro', 'tienda')`,
  );
  await database.pool.query(
    `INSERT INTO fuentes (nombre, definicion, created_at) VALUES ('caja', $1, now() - interval '3 days')`,
    [definition],
  );
});
afterAll(async () => {
  till.close();
  await database.drop();
});

it('`up` loads by itself what is due, shows that it does, takes gaps that are to be recovered, and stops', async () => {
  const running = startFluxion(['up', '--port', '0', '--json', '--no-mirror'], { DATABASE_URL: database.url });
  const [line] = await running.printed(/^\{.*\}$/m);
  const { address, token } = JSON.parse(line);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  await eventually(async () => {
    const answered = await fetch(`${address}/cargas/calendario`, { headers });
    const { tiendas, planificador } = JSON.parse(await answered.text());
    expect(planificador).toMatchObject({ al_dia: true, mensaje: null });
    const loaded = tiendas[0].dias.filter(({ estado }: { estado: string }) => estado === 'cargada');
    expect(loaded).toMatchObject([{ lineas: 2 }, { lineas: 2 }, { lineas: 2 }]);
  });
  expect(new Set(asked).size).toBe(3);
  expect(asked).toHaveLength(3);

  const [first] = asked.toSorted();
  await database.pool.query('DELETE FROM ventas_raw WHERE fecha = $1', [first]);
  const body = JSON.stringify({ fecha_inicio: first, fecha_fin: first });
  const recovery = await fetch(`${address}/cargas/recuperar`, { method: 'POST', headers, body });
  expect([recovery.status, await recovery.json()]).toEqual([202, { encoladas: 1, en_cola: 0, sin_origen: 0 }]);
  await eventually(async () => {
    const { rows } = await database.pool.query('SELECT lineas FROM ventas_diarias WHERE fecha = $1', [first]);
    expect(rows).toEqual([{ lineas: 2 }]);
  });
  running.signal('SIGINT');
  expect((await running.ended).exitCode).toBe(0);
});
