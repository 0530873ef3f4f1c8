import { scopeParameter } from '../../../base/index.ts';
import type { OperationContext } from '../../context.ts';
import type { QuantityField, SupplyFacts } from '../rules/index.ts';

/** A line as it is, or as it is to be; quantities in units, as decimal text. */
export interface OrderLine extends Readonly<Record<QuantityField, string | null>> {
  readonly unidades_por_bulto: string;
  readonly observaciones: string | null;
}

/** What is known of a product that an order names. */
export interface ProductFacts extends SupplyFacts {
  readonly activo: boolean;
  readonly costo_unitario: string | null;
  /** The order's line of it; null: it has none yet. */
  readonly linea: OrderLine | null;
}

/** What an order that is to be written has to fit. */
export interface OrderFacts {
  /** The ordering store, and the day that it is there; null: none that the actor may see. */
  readonly store: { readonly activa: boolean; readonly hoy: string } | null;
  /** Whether the order may name it as the place that sends the goods. */
  readonly origin: boolean;
  readonly supplier: boolean;
  /** By id; those that are not there are missing. */
  readonly products: ReadonlyMap<string, ProductFacts>;
}

interface ReadFacts {
  readonly ctx: OperationContext;
  readonly input: {
    readonly storeId: string;
    readonly originId: string | null;
    readonly supplierId: string | null;
    readonly productIds: readonly string[];
    /** The order that is to be changed. */
    readonly orderId?: string;
  };
}

/**
 * Centres serve stores of anybody; another store only sends something if the actor may see it. (OFFSET 0: what is coming is
 * looked up order by order. A product that sells well is in thousands of orders, and few of them are under way.)
 */
const factsSql = `
  WITH coming AS MATERIALIZED (
    SELECT d.producto_id, sum(coalesce(d.cantidad_aprobada, d.cantidad_solicitada)) AS units
    FROM pedidos AS o
    CROSS JOIN LATERAL (
      SELECT producto_id, cantidad_aprobada, cantidad_solicitada FROM pedidos_detalle
      WHERE pedido_id = o.id AND producto_id = ANY ($5) OFFSET 0) AS d
    WHERE o.ubicacion_id = $1 AND o.estado IN ('solicitado', 'aprobado', 'en_preparacion', 'en_transito')
    GROUP BY d.producto_id
  ), known AS (
    SELECT p.id, jsonb_build_object(
        'activo', p.activo IS NOT FALSE AND p.discontinuado IS NOT TRUE,
        'costo_unitario', p.costo_promedio::text,
        'unidades_por_bulto', trim_scale(coalesce(p.unidades_por_bulto, 1))::text,
        'stock_maximo', trim_scale(c.stock_maximo)::text,
        'cantidad_maxima', trim_scale(c.cantidad_maxima_pedido)::text,
        'existencia', trim_scale(coalesce(s.cantidad_disponible, s.cantidad))::text,
        'en_camino', trim_scale(coalesce(w.units, 0))::text,
        'linea', CASE WHEN l.id IS NOT NULL THEN jsonb_build_object(
          'cantidad_solicitada', l.cantidad_solicitada::text, 'cantidad_aprobada', l.cantidad_aprobada::text,
          'cantidad_recibida', l.cantidad_recibida::text, 'unidades_por_bulto', trim_scale(l.unidades_por_bulto)::text,
          'observaciones', l.observaciones) END) AS facts
    FROM productos AS p
    LEFT JOIN producto_ubicacion_config AS c ON c.ubicacion_id = $1 AND c.producto_id = p.id AND c.activo IS NOT FALSE
    LEFT JOIN stock_actual AS s ON s.ubicacion_id = $1 AND s.producto_id = p.id
    LEFT JOIN pedidos_detalle AS l ON l.pedido_id = $6 AND l.producto_id = p.id
    LEFT JOIN coming AS w ON w.producto_id = p.id
    WHERE p.id = ANY ($5)
  )
  SELECT
    (SELECT jsonb_build_object('activa', activo IS NOT FALSE, 'hoy', (now() AT TIME ZONE zona_horaria)::date)
     FROM ubicaciones WHERE id = $1 AND ($2::text[] IS NULL OR id = ANY ($2))) AS store,
    EXISTS (SELECT FROM ubicaciones WHERE id = $3 AND activo IS NOT FALSE
      AND (tipo = 'cedi' OR $2::text[] IS NULL OR id = ANY ($2))) AS origin,
    EXISTS (SELECT FROM proveedores WHERE id = $4 AND activo IS NOT FALSE) AS supplier,
    (SELECT jsonb_object_agg(id, facts) FROM known) AS products`;

type FactsRow = Omit<OrderFacts, 'products'> & { readonly products: Readonly<Record<string, ProductFacts>> | null };

/** What an order has to fit, all of one moment. */
export async function readFacts({ ctx, input }: ReadFacts): Promise<OrderFacts> {
  const { rows } = await ctx.db.query<FactsRow>({ name: 'order_facts', text: factsSql }, [
    input.storeId,
    scopeParameter(ctx.stores),
    input.originId,
    input.supplierId,
    input.productIds,
    input.orderId ?? null,
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error('SELECT without FROM gave no row');
  return { ...row, products: new Map(Object.entries(row.products ?? {})) };
}
