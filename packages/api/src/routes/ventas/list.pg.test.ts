import { VentasResponse, type LineaVenta } from '@fluxion/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, refusedFields } from '../../testing/answers.ts';
import { openTestChain, type TestChain } from '../../testing/test-chain.ts';

let chain: TestChain;
let token: string;
let ids: readonly string[];

beforeAll(async () => {
  chain = await openTestChain();
  token = await chain.tokenOf('gerente_general');
  ids = await chain.sell([
    { store: 'T2', day: '2024-03-01', receipt: 'A1', product: 'P1', quantity: '2', amount: '25.000000' },
    { store: 'T1', day: '2024-03-01', receipt: 'A1', product: 'P2', quantity: '0.5', amount: '3.5' },
    { store: 'T1', day: '2024-03-01', receipt: null, product: 'P1', quantity: '-1', amount: '-12.505' },
    { store: 'T1', day: '2024-02-28', receipt: 'A9', product: null },
    { store: 'T2', day: '2024-04-30', receipt: 'B1', product: 'P3' },
  ]);
});

afterAll(() => chain.close());

async function page(query: string): Promise<{ datos: LineaVenta[]; siguiente: string | null }> {
  return bodyOf(VentasResponse, await chain.get(`/ventas?${query}`, token));
}

/** Follows the cursors from the first page to the last; `between` runs after each page. */
async function allPages(query: string, between: () => Promise<unknown> = async () => {}): Promise<LineaVenta[]> {
  const lines: LineaVenta[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const next: { datos: LineaVenta[]; siguiente: string | null } = await page(
      cursor === '' ? query : `${query}&cursor=${cursor}`,
    );
    lines.push(...next.datos);
    cursor = next.siguiente;
    await between();
  }
  return lines;
}

describe('GET /ventas', () => {
  it('lists the lines by date, store and number, with exact decimals', async () => {
    const { datos, siguiente } = await page('');
    expect(siguiente).toBeNull();
    expect(datos.map(({ id }) => id)).toEqual([ids[3], ids[1], ids[2], ids[0], ids[4]]);
    expect(datos[2]).toEqual({
      id: ids[2],
      ubicacion_id: 'T1',
      fecha: '2024-03-01',
      fecha_hora: null,
      numero_factura: null,
      linea: null,
      producto_id: 'P1',
      descripcion: 'Café Ñandú 500 g',
      cantidad: '-1',
      precio_unitario: '10.00',
      monto_total: '-12.505',
    });
    expect(datos[3]).toMatchObject({ cantidad: '2', monto_total: '25.00' });
  });

  it('filters by date, store and product', async () => {
    const idsOf = async (query: string) => (await page(query)).datos.map(({ id }) => id);
    expect(await idsOf('fecha_inicio=2024-03-01&fecha_fin=2024-03-01')).toEqual([ids[1], ids[2], ids[0]]);
    expect(await idsOf('fecha_fin=2024-02-29')).toEqual([ids[3]]);
    expect(await idsOf('fecha_inicio=2024-04-01')).toEqual([ids[4]]);
    expect(await idsOf('factura=A1')).toEqual([ids[1], ids[0]]);
    expect(await idsOf('factura=A1&ubicacion_id=T1&fecha_inicio=2024-03-01&fecha_fin=2024-03-01')).toEqual([ids[1]]);
    expect(await idsOf('factura=a1')).toEqual([]);
    expect(await idsOf('lineas=devueltas')).toEqual([ids[2]]);
    expect(await idsOf('lineas=todas&factura=A1')).toEqual([ids[1], ids[0]]);
    expect(await idsOf('ubicacion_id=T2')).toEqual([ids[0], ids[4]]);
    expect(await idsOf('ubicacion_id=T2&ubicacion_id=T1&fecha_fin=2024-02-28')).toEqual([ids[3]]);
    expect(await idsOf('producto_id=P1')).toEqual([ids[2], ids[0]]);
    expect(await idsOf('producto_id=P4')).toEqual([]);
    expect(await idsOf('ubicacion_id=C1')).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5])('gives every line once in pages of %i', async (limit) => {
    const lines = await allPages(`limite=${limit}`);
    expect(lines.map(({ id }) => id)).toEqual([ids[3], ids[1], ids[2], ids[0], ids[4]]);
  });

  it.each([
    ['ubicacion_id=T9', 'ubicacion_id'],
    ['ubicacion_id=T1&ubicacion_id=', 'ubicacion_id'],
    ["ubicacion_id=T1'--", 'ubicacion_id'],
    ['producto_id=P9', 'producto_id'],
    ['fecha_inicio=2024-02-30', 'fecha_inicio'],
    ['fecha_fin=mañana', 'fecha_fin'],
    ['fecha_inicio=2024-03-02&fecha_fin=2024-03-01', 'fecha_inicio'],
    ['limite=0', 'limite'],
    ['limite=1001', 'limite'],
    ['cursor=AAAA', 'cursor'],
    [`cursor=${Buffer.from('["2024-02-30","T1","1"]').toString('base64url')}`, 'cursor'],
    [`cursor=${Buffer.from('["2024-02-28","T1","9223372036854775808"]').toString('base64url')}`, 'cursor'],
    [`cursor=${Buffer.from('["2024-02-28","T1"]').toString('base64url')}`, 'cursor'],
    ['tienda=T1', 'tienda'],
    ['ubicacion_id[]=T1', 'ubicacion_id[]'],
  ])('refuses ?%s, naming %s', async (query, campo) => {
    expect(refusedFields(await chain.get(`/ventas?${query}`, token))).toEqual([campo]);
  });

  it('takes a date range without any partition', async () => {
    expect(await page('fecha_inicio=1999-01-01&fecha_fin=1999-12-31')).toEqual({ datos: [], siguiente: null });
  });
});

describe('pages of /ventas while others write', () => {
  it('neither repeat nor lose a line that was there from the beginning', async () => {
    const before = await chain.sell(
      Array.from({ length: 60 }, (_, index) => ({
        store: index % 2 === 0 ? 'T1' : 'T2',
        day: `2024-07-${String(1 + (index % 5)).padStart(2, '0')}`,
      })),
    );
    let day = 0;
    const lines = await allPages('fecha_inicio=2024-07-01&fecha_fin=2024-07-31&limite=7', async () => {
      day += 1;
      const fecha = `2024-07-${String(1 + (day % 6)).padStart(2, '0')}`;
      await chain.sell([
        { store: 'T1', day: fecha },
        { store: 'C1', day: fecha },
      ]);
      await chain.pool.query('DELETE FROM ventas_raw WHERE ubicacion_id = $1 AND fecha = $2', ['C1', fecha]);
    });
    const read = lines.map(({ id }) => id);
    expect(new Set(read).size).toBe(read.length);
    expect(read).toEqual(expect.arrayContaining([...before]));
    const keys = lines.map(({ fecha, ubicacion_id, id }) => `${fecha} ${ubicacion_id} ${id.padStart(20, '0')}`);
    expect(keys).toEqual(keys.toSorted());
  });
});
