import type { Workbench } from '../lib/workbench.ts';
import type { Request } from './throughput.ts';

/** What both servers are asked, about a month that the chain has. */
export async function requestsOf({ pool }: Workbench): Promise<Record<string, Request>> {
  const { rows } = await pool.query<{ store: string; first: string; last: string; products: string[] }>(`
    SELECT d.ubicacion_id AS store, date_trunc('month', max(d.fecha))::date AS first, max(d.fecha) AS last,
           ARRAY(SELECT id::text FROM productos WHERE activo AND unidades_por_bulto = 1 ORDER BY id LIMIT 5) AS products
    FROM ventas_diarias AS d GROUP BY d.ubicacion_id ORDER BY sum(venta_total) DESC LIMIT 1`);
  const [row] = rows;
  if (row === undefined) throw new RangeError('the chain has no sales');
  const range = `fecha_inicio=${row.first}&fecha_fin=${row.last}`;
  const pages = await pagesOf(pool);
  const lineas = row.products.map((producto_id) => ({ producto_id, cantidad_solicitada: '12' }));
  return {
    'GET /ventas': { method: 'GET', path: `/ventas?${range}&ubicacion_id=${row.store}&limite=100` },
    'GET /estadisticas': { method: 'GET', path: `/estadisticas?${range}` },
    'POST /pedidos': { method: 'POST', path: '/pedidos', body: { ubicacion_id: row.store, lineas } },
    'GET /ventas, another page each time': { method: 'GET', path: '/ventas', paths: pages.map(({ path }) => path) },
    'GET /estadisticas, another range each time': {
      method: 'GET',
      path: '/estadisticas',
      paths: pages.map(({ range: of }) => `/estadisticas?${of}`),
    },
  };
}

/** A page of each store's day that has lines, in no order: hardly one is asked for twice. */
async function pagesOf(pool: Workbench['pool']): Promise<readonly { readonly path: string; readonly range: string }[]> {
  const { rows } = await pool.query<{ path: string; range: string }>(`
    SELECT format('/ventas?fecha_inicio=%s&fecha_fin=%s&ubicacion_id=%s&limite=100', fecha, fecha, ubicacion_id) AS path,
           format('fecha_inicio=%s&fecha_fin=%s', fecha - n % 60, fecha) AS range
    FROM (SELECT fecha, ubicacion_id, (row_number() OVER (ORDER BY fecha, ubicacion_id))::int AS n FROM ventas_diarias) AS days
    ORDER BY md5(n::text)`);
  return rows;
}

/** What planners look at in the morning, of the last 30 days and of any store. */
export async function dashboardOf({ pool }: Workbench): Promise<{ firstDay: string; reads: Request[] }> {
  const { rows } = await pool.query<{ last: string; first: string; earliest: string; stores: string[] }>(`
    SELECT max(fecha) AS last, max(fecha) - 29 AS first, min(fecha) AS earliest, array_agg(DISTINCT ubicacion_id::text) AS stores FROM ventas_diarias`);
  const [row] = rows;
  if (row === undefined) throw new RangeError('the chain has no sales');
  const range = `fecha_inicio=${row.first}&fecha_fin=${row.last}`;
  const ofChain = ['resumen', 'serie?por=dia', 'por/tienda', 'por/categoria', 'comparacion'].map(
    (path) => `/ventas/${path}`,
  );
  const ofStore = row.stores.flatMap((store) =>
    ['/ventas', '/ventas/resumen', '/ventas/por/hora'].map((path) => `${path}?${range}&ubicacion_id=${store}`),
  );
  const paths = [
    ...ofChain.map((path) => `${path}${path.includes('?') ? '&' : '?'}${range}`),
    ...ofStore,
    ...row.stores.map((store) => `/stock?ubicacion_id=${store}`),
    `/estadisticas?${range}`,
    '/alertas',
    '/frescura',
    '/pedidos',
  ];
  return { firstDay: row.earliest, reads: paths.map((path) => ({ method: 'GET', path })) };
}
