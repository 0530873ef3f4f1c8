import { EstadisticasResponse } from '@fluxion/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, refusedFields } from '../../testing/answers.ts';
import { openTestChain, type TestChain } from '../../testing/test-chain.ts';

let chain: TestChain;
let token: string;

beforeAll(async () => {
  chain = await openTestChain();
  token = await chain.tokenOf('gerente_general');
});

afterAll(() => chain.close());

async function statistics(query = ''): Promise<EstadisticasResponse> {
  return bodyOf(EstadisticasResponse, await chain.get(`/estadisticas?${query}`, token));
}

const none = {
  venta_total: '0.00',
  unidades: '0',
  lineas: 0,
  lineas_devueltas: 0,
  facturas: 0,
  ticket_promedio: null,
};

describe('GET /estadisticas', () => {
  it('of a chain without sales is zeros, not an error', async () => {
    expect(await statistics()).toEqual({
      rango: { fecha_inicio: null, fecha_fin: null },
      totales: none,
      por_tienda: [
        { ubicacion_id: 'T1', nombre: 'Centro', datos_hasta: null, ...none },
        { ubicacion_id: 'T2', nombre: 'Este', datos_hasta: null, ...none },
      ],
      por_dia: [],
    });
  });

  describe('with sales', () => {
    beforeAll(async () => {
      await chain.sell([
        { store: 'T1', day: '2024-03-01', receipt: 'A1', quantity: '2', amount: '10.01' },
        { store: 'T1', day: '2024-03-01', receipt: 'A1', quantity: '0.5', amount: '0.004' },
        { store: 'T1', day: '2024-03-01', receipt: null, quantity: '-1', amount: '-3' },
        { store: 'T1', day: '2024-03-03', receipt: 'A1', quantity: '1', amount: '1' },
        { store: 'T2', day: '2024-03-01', receipt: 'A1', quantity: '100', amount: '99999999999.99' },
        { store: 'T2', day: '2024-03-05', receipt: 'A2', quantity: '1', amount: '0.01' },
        { store: 'T3', day: '2024-03-01', receipt: null, quantity: '1', amount: '5' },
      ]);
    });

    it('sums exactly, to the last decimal', async () => {
      const { totales, rango } = await statistics();
      expect(rango).toEqual({ fecha_inicio: '2024-03-01', fecha_fin: '2024-03-05' });
      expect(totales).toEqual({
        venta_total: '100000000013.014',
        unidades: '104.5',
        lineas: 7,
        lineas_devueltas: 1,
        facturas: 4,
        ticket_promedio: '25000000003.25',
      });
    });

    it('shows the stores, the most sold first, a closed one that sold, and how far each reaches', async () => {
      const { por_tienda } = await statistics();
      expect(por_tienda.map(({ ubicacion_id, datos_hasta }) => [ubicacion_id, datos_hasta])).toEqual([
        ['T2', '2024-03-05'],
        ['T1', '2024-03-03'],
        ['T3', '2024-03-01'],
      ]);
      expect(por_tienda[1]).toMatchObject({ venta_total: '8.014', unidades: '2.5', lineas: 4, facturas: 2 });
      expect(por_tienda[1]).toMatchObject({ ticket_promedio: '4.01' });
      expect(por_tienda[2]).toMatchObject({ venta_total: '5.00', facturas: 0, ticket_promedio: null });
    });

    it('shows the days that have lines', async () => {
      const { por_dia } = await statistics();
      expect(por_dia).toEqual([
        { fecha: '2024-03-01', venta_total: '100000000012.004', facturas: 2, unidades: '102.5' },
        { fecha: '2024-03-03', venta_total: '1.00', facturas: 1, unidades: '1' },
        { fecha: '2024-03-05', venta_total: '0.01', facturas: 1, unidades: '1' },
      ]);
    });

    it('keeps to the range, whose ends belong to it, and says it as asked', async () => {
      const answer = await statistics('fecha_inicio=2024-03-02&fecha_fin=2024-03-03');
      expect(answer.rango).toEqual({ fecha_inicio: '2024-03-02', fecha_fin: '2024-03-03' });
      expect(answer.totales).toMatchObject({ venta_total: '1.00', lineas: 1 });
      expect(answer.por_tienda.map(({ ubicacion_id }) => ubicacion_id)).toEqual(['T1', 'T2']);
      expect(answer.por_tienda[1]).toMatchObject({ lineas: 0, datos_hasta: '2024-03-05' });
    });

    it('keeps to the stores asked for, and shows each, even one that never sold', async () => {
      const answer = await statistics('ubicacion_id=C1&ubicacion_id=T2&ubicacion_id=T2');
      expect(answer.por_tienda.map(({ ubicacion_id }) => ubicacion_id)).toEqual(['T2', 'C1']);
      expect(answer.totales).toMatchObject({ venta_total: '100000000000.00', facturas: 2 });
      expect(answer.por_dia).toHaveLength(2);
    });

    it('follows each committed change at once', async () => {
      const [id] = await chain.sell([{ store: 'T1', day: '2024-06-01', receipt: 'Z', amount: '7' }]);
      expect((await statistics('fecha_inicio=2024-06-01')).totales).toMatchObject({ venta_total: '7.00', lineas: 1 });
      await chain.pool.query('DELETE FROM ventas_raw WHERE id = $1', [id]);
      expect((await statistics('fecha_inicio=2024-06-01')).totales).toEqual(none);
    });
  });

  it.each([
    ['ubicacion_id=T9', 'ubicacion_id'],
    ['fecha_inicio=2023-02-29', 'fecha_inicio'],
    ['fecha_inicio=2024-03-02&fecha_fin=2024-03-01', 'fecha_inicio'],
    ['producto_id=P1', 'producto_id'],
  ])('refuses ?%s, naming %s', async (query, campo) => {
    expect(refusedFields(await chain.get(`/estadisticas?${query}`, token))).toEqual([campo]);
  });
});
