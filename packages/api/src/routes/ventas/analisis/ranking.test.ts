import { rankingLimits, VentasPerdidasTienda, type RowOf } from '@fluxion/contract';
import type { Question } from '@fluxion/engine/base';
import type { Page } from '@fluxion/engine/metrics';
import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import type { RequestContext } from '../../../context/request-context.ts';
import { rankingAnswer } from './ranking.ts';

type Row = RowOf<typeof VentasPerdidasTienda>;
const row: Row = { ubicacion_id: 'T1', nombre: null, productos: 1, dias_sin_stock: 1, venta_perdida: '1.00' };

const question: Question<Page, Row> = {
  name: 'a ranking',
  reads: () => [],
  sql: () => {
    throw new Error('nobody runs it');
  },
  row: () => row,
};

/** Answers a request for a ranking that has so many rows. */
async function answerOf(rows: number, query: { formato?: string; limite?: number; desplazamiento?: number }) {
  const ctx = {
    scope: async () => 'all',
    revalidate: async () => {},
    ask: async (_: unknown, { limit = rows, offset = 0 }: Page) => ({
      rows: Array.from({ length: Math.min(limit, rows - offset) }, () => row),
    }),
  } as unknown as RequestContext;
  const call = { ctx, request: { query, headers: {} } as FastifyRequest, query: { fecha_fin: '2024-03-01', ...query } };
  return rankingAnswer(call, {
    table: VentasPerdidasTienda,
    question,
    asked: (_, page) => page,
    rowsOf: (all) => all,
  });
}

describe('a ranking', () => {
  it.each([
    [{}, 100, 100],
    [{ limite: 7, desplazamiento: 3 }, 7, 10],
    [{ limite: 250 }, 250, null],
    [{ limite: 1000, desplazamiento: 240 }, 10, null],
  ])(
    'of 250 rows asked with %j has so many on the page, and tells where the next begins',
    async (query, rows, next) => {
      const page = await (await answerOf(250, query)).page();
      expect(page).toMatchObject({ datos: { length: rows }, siguiente: next });
    },
  );

  it('comes as a file with all of its rows, or not at all', async () => {
    const { file } = rankingLimits;
    let rows = 0;
    for await (const batch of (await answerOf(file, { formato: 'csv' })).rows()) rows += batch.length;
    expect(rows).toBe(file);
    await expect(answerOf(file + 1, { formato: 'csv' })).rejects.toMatchObject({
      problem: 'INVALID_REQUEST',
      detail: `Son más de 60.000 filas, que no caben en un archivo: pida menos tiendas, categorías o productos.`,
    });
  });
});
