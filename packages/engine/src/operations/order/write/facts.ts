import { jsonText, scopeParameter, type StoreScope } from '../../../base/index.ts';
import type { AnonymousContext, OperationContext } from '../../context.ts';
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

/** What an order names. */
export interface Named {
  /** Those that the actor may see. */
  readonly stores: StoreScope;
  readonly storeId: string;
  readonly originId: string | null;
  readonly supplierId: string | null;
  readonly productIds: readonly string[];
  /** The order that is to be changed. */
  readonly orderId?: string;
}

/**
 * Centres serve stores of anybody; another store only sends something if the actor may see it. (OFFSET 0: what is coming is
 * looked up order by order. A product that sells well is in thousands of orders, and few of them are under way.)
 */
const factsSql = `
  SELECT
    (SELECT jsonb_build_object('activa', activo IS NOT FALSE, 'hoy', (now() AT TIME ZONE zona_horaria)::date)
     FROM ubicaciones WHERE id = a.store AND (a.stores IS NULL OR id = ANY (a.stores))) AS store,
    EXISTS (SELECT FROM ubicaciones WHERE id = a.origin AND activo IS NOT FALSE
      AND (tipo = 'cedi' OR a.stores IS NULL OR id = ANY (a.stores))) AS origin,
    EXISTS (SELECT FROM proveedores WHERE id = a.supplier AND activo IS NOT FALSE) AS supplier,
    (
      WITH coming AS MATERIALIZED (
        SELECT d.producto_id, sum(coalesce(d.cantidad_aprobada, d.cantidad_solicitada)) AS units
        FROM pedidos AS o
        CROSS JOIN LATERAL (
          SELECT producto_id, cantidad_aprobada, cantidad_solicitada FROM pedidos_detalle
          WHERE pedido_id = o.id AND producto_id = ANY (a.products) OFFSET 0) AS d
        WHERE o.ubicacion_id = a.store AND o.estado IN ('solicitado', 'aprobado', 'en_preparacion', 'en_transito')
        GROUP BY d.producto_id
      )
      SELECT jsonb_object_agg(p.id, jsonb_build_object(
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
          'observaciones', l.observaciones) END))
      FROM productos AS p
      LEFT JOIN LATERAL (
        SELECT stock_maximo, cantidad_maxima_pedido FROM producto_ubicacion_config
        WHERE ubicacion_id = a.store AND producto_id = p.id AND activo IS NOT FALSE OFFSET 0) AS c ON true
      LEFT JOIN LATERAL (
        SELECT cantidad_disponible, cantidad FROM stock_actual
        WHERE ubicacion_id = a.store AND producto_id = p.id OFFSET 0) AS s ON true
      LEFT JOIN LATERAL (
        SELECT * FROM pedidos_detalle WHERE pedido_id = a.known AND producto_id = p.id OFFSET 0) AS l ON true
      LEFT JOIN coming AS w ON w.producto_id = p.id
      WHERE p.id = ANY (a.products)
    ) AS products
  FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (
    stores text[], store text, origin text, supplier text, products text[], known text)) WITH ORDINALITY AS a
  ORDER BY a.ordinality`;

type FactsRow = Omit<OrderFacts, 'products'> & { readonly products: Readonly<Record<string, ProductFacts>> | null };

/** What each of these orders has to fit, in their order and all of one moment. */
export async function readFactsOfAll(
  { db }: AnonymousContext,
  orders: readonly Named[],
): Promise<readonly OrderFacts[]> {
  const asked = orders.map(({ stores, storeId, originId, supplierId, productIds, orderId }) => ({
    stores: scopeParameter(stores),
    store: storeId,
    origin: originId,
    supplier: supplierId,
    products: productIds,
    known: orderId,
  }));
  const { rows } = await db.query<FactsRow>({ name: 'order_facts', text: factsSql }, [jsonText(asked)]);
  return rows.map((row) => ({ ...row, products: new Map(Object.entries(row.products ?? {})) }));
}

interface ReadFacts {
  readonly ctx: OperationContext;
  readonly input: Omit<Named, 'stores'>;
}

/** What an order has to fit, all of one moment. */
export async function readFacts({ ctx, input }: ReadFacts): Promise<OrderFacts> {
  const [facts] = await readFactsOfAll(ctx, [{ ...input, stores: ctx.stores }]);
  if (facts === undefined) throw new Error('an order that was asked about gave no row');
  return facts;
}
