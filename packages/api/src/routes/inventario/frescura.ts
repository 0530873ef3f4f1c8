import { Frescuras, verFrescura } from '@fluxion/contract';
import { storeFreshness } from '@fluxion/engine/operations';
import type { Route, Services } from '../../http/server-types.ts';
import { allAtOnce, declareTable } from '../../tables/answer-table.ts';

/** What analytic answers are read from. */
const needs = [
  'ventas_raw',
  'ventas_diarias',
  'movimientos_inventario',
  'stock_actual',
  'productos',
  'ubicaciones',
].map((table) => ({ table }));

/** How the copy is, by PostgreSQL's own word on what has been committed. */
async function mirrorState({ mirror }: Services, signal: AbortSignal) {
  if (mirror === undefined) return { estado: 'sin_espejo', datos_al: null };
  const version = mirror.version(needs);
  const datos_al = mirror.status().asOf?.time ?? null;
  if (version === undefined) return { estado: 'en_construccion', datos_al };
  return { estado: (await mirror.isCurrent(version, needs, signal)) ? 'al_dia' : 'atrasado', datos_al };
}

/** GET /frescura */
export const showFrescura: Route = (app, services) => {
  declareTable(app, services, verFrescura, 'signed in', async ({ ctx, query }) => {
    const stores = await storeFreshness({ ctx, input: { stores: query.ubicacion_id } });
    return allAtOnce(Frescuras, stores, { espejo: await mirrorState(services, ctx.signal) });
  });
};
