import { createClient } from '@fluxion/contract';
import type { ServedDemo } from './serve-demo.ts';

export interface ShownPage {
  readonly name: string;
  /** Below the dashboard's address, with its query string. */
  readonly path: string;
  /** Nobody is signed in. */
  readonly isPublic?: boolean;
  /** The button that brings what there is to see. */
  readonly press?: RegExp;
}

const sql = `SELECT u.nombre AS tienda, date_trunc('month', fecha) AS mes, sum(monto_total) AS venta
FROM ventas_raw AS v JOIN ubicaciones AS u ON u.id = v.ubicacion_id
GROUP BY ALL ORDER BY venta DESC`;

/** Every page of the dashboard, with things to see on it. */
export async function pagesOf({ origin, token }: ServedDemo): Promise<readonly ShownPage[]> {
  const client = createClient({ url: origin, token });
  const sold = await client.verVentasPorProducto({ query: { limite: 1 } });
  const product = sold.body.datos[0]?.producto_id ?? '';
  const orders = await client.listarPedidos({ query: { limite: 1 } });
  const order = orders.body.datos[0]?.id;
  return [
    { name: 'entrada', path: '/', isPublic: true },
    { name: 'resumen', path: '/' },
    { name: 'ventas', path: '/ventas' },
    { name: 'inventario', path: '/inventario' },
    { name: 'producto', path: `/productos/${encodeURIComponent(product)}` },
    { name: 'clases', path: '/clases' },
    { name: 'pedidos', path: '/pedidos' },
    { name: 'pedido-nuevo', path: '/pedidos/nuevo' },
    ...(order === undefined ? [] : [{ name: 'pedido', path: `/pedidos/${encodeURIComponent(order)}` }]),
    { name: 'cargas', path: '/cargas' },
    { name: 'consulta', path: `/consulta?${new URLSearchParams({ sql }).toString()}`, press: /^(Ejecutar|Run)$/ },
    { name: 'administracion', path: '/administracion' },
    { name: 'perfil', path: '/perfil' },
  ];
}
