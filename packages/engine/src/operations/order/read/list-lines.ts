import { scopeParameter } from '../../../base/index.ts';
import type { OperationContext } from '../../context.ts';
import { moneySql } from '../../money-sql.ts';
import { currentQuantity } from './list.ts';

/** A line with the arithmetic of its suggestion (see `suggest`). Quantities are units, decimals text. */
export interface ListedLine {
  readonly producto_id: string;
  readonly codigo: string;
  readonly descripcion: string;
  readonly unidad_medida: string | null;
  readonly unidades_por_bulto: string;
  readonly stock_maximo: string | null;
  readonly existencia: string | null;
  readonly en_camino: string | null;
  readonly necesidad: string | null;
  readonly cantidad_maxima: string | null;
  readonly cantidad_sugerida: string | null;
  readonly cantidad_solicitada: string;
  readonly cantidad_aprobada: string | null;
  readonly cantidad_recibida: string | null;
  /** Cases of the quantity that holds by now, to 4 decimals. */
  readonly bultos: string;
  readonly costo_unitario: string | null;
  readonly costo: string | null;
  readonly observaciones: string | null;
}

/** A number of the arithmetic. Orders that came from elsewhere may have something else in its place. */
function numberSql(name: string): string {
  return `CASE WHEN d.calculo ->> '${name}' ~ '^-?[0-9]+(\\.[0-9]+)?$' THEN d.calculo ->> '${name}' END AS ${name}`;
}

const linesSql = `
  SELECT d.producto_id, p.codigo, p.descripcion, p.unidad_medida, trim_scale(d.unidades_por_bulto) AS unidades_por_bulto,
         ${['stock_maximo', 'existencia', 'en_camino', 'necesidad', 'cantidad_maxima'].map(numberSql).join(', ')},
         trim_scale(d.cantidad_sugerida) AS cantidad_sugerida, trim_scale(d.cantidad_solicitada) AS cantidad_solicitada,
         trim_scale(d.cantidad_aprobada) AS cantidad_aprobada, trim_scale(d.cantidad_recibida) AS cantidad_recibida,
         trim_scale(round(${currentQuantity} / d.unidades_por_bulto, 4)) AS bultos,
         ${moneySql('d.costo_unitario')} AS costo_unitario,
         ${moneySql(`(${currentQuantity} * d.costo_unitario)`)} AS costo, d.observaciones
  FROM pedidos_detalle AS d
  JOIN pedidos AS o ON o.id = d.pedido_id
  JOIN productos AS p ON p.id = d.producto_id
  WHERE d.pedido_id = $1 AND ($2::text[] IS NULL OR o.ubicacion_id = ANY ($2))
  ORDER BY p.codigo`;

interface ListOrderLines {
  readonly ctx: OperationContext;
  readonly input: { readonly orderId: string };
}

/** The lines of an order by the products' codes; none of one that is not the actor's. */
export async function listOrderLines({ ctx, input }: ListOrderLines): Promise<readonly ListedLine[]> {
  const { rows } = await ctx.db.query<ListedLine>(linesSql, [input.orderId, scopeParameter(ctx.stores)]);
  return rows;
}
