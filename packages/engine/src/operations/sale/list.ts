import {
  scopeIncludes,
  scopeParameter,
  wordExpressions,
  type Batch,
  type Need,
  type StoreScope,
} from '../../base/index.ts';
import type { OperationContext, StreamingContext } from '../context.ts';
import { streamOf } from '../listing.ts';
import { moneySql } from '../money-sql.ts';
import { requireProducts } from '../product/require.ts';
import { searchedSql } from '../product/search.ts';
import { narrowStores } from '../store/narrow.ts';

/** One sales line. Decimals are text, exact; `fecha_hora` is ISO 8601 in UTC. */
export interface SaleLine {
  readonly id: string;
  readonly ubicacion_id: string;
  readonly fecha: string;
  readonly fecha_hora: string | null;
  readonly numero_factura: string | null;
  readonly linea: number | null;
  readonly producto_id: string | null;
  readonly descripcion: string | null;
  readonly cantidad: string | null;
  readonly precio_unitario: string | null;
  readonly monto_total: string | null;
}

/** Where a line stands in the list's order. */
export type SaleKey = Pick<SaleLine, 'fecha' | 'ubicacion_id' | 'id'>;

interface SalesInput {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly stores?: readonly string[] | undefined;
  readonly products?: readonly string[] | undefined;
  /** Names of the products' categories. */
  readonly categories?: readonly string[] | undefined;
  /** Words that must all appear in the product's codigo, codigo_barras or descripcion; no character is a wildcard. */
  readonly text?: string | undefined;
  /** The number of a receipt, as it stands on it; other stores and days may have the same. */
  readonly receipt?: string | undefined;
  /** Only lines that took goods back: those of a negative quantity. */
  readonly returned?: boolean | undefined;
  /** The line after which the page begins. */
  readonly after?: SaleKey | undefined;
}

/**
 * No index holds the order (fecha, ubicacion_id, id), and the facts are too many to sort. ventas_diarias has one row
 * for each store-day that has lines, so its rows, in order, are the units to read, each through the primary key; the
 * sort is then incremental and the limit ends it after the units that fill the page. (OFFSET 0 stops the
 * planner from flattening the inner query, which would then sort all matching lines. So would a join with the products, which it
 * takes to lose the order.) What a search finds, it finds once for all partitions. That a line's date lies in the range is so
 * anyway: said, it lets the planner leave out the other months.
 */
const salesSql = `
  WITH found AS MATERIALIZED (
    SELECT id FROM productos
    WHERE ($9::text[] IS NULL OR categoria = ANY ($9))
      AND ($10::text[] = '{}' OR ${searchedSql} ~ ALL ($10)))
  SELECT v.*, (SELECT descripcion::text FROM productos WHERE id = v.producto_id) AS descripcion
  FROM (
    SELECT fecha, ubicacion_id
    FROM ventas_diarias
    WHERE ($1::text[] IS NULL OR ubicacion_id = ANY ($1))
      AND ($2::date IS NULL OR fecha >= $2)
      AND ($3::date IS NULL OR fecha <= $3)
      AND ($5::date IS NULL OR (fecha, ubicacion_id) >= ($5, $6::text))
    ORDER BY fecha, ubicacion_id
    OFFSET 0
  ) AS unit
  CROSS JOIN LATERAL (
    SELECT id, ubicacion_id::text, fecha, fecha_hora, numero_factura::text, linea, producto_id::text,
           trim_scale(cantidad) AS cantidad, ${moneySql('precio_unitario')} AS precio_unitario,
           ${moneySql('monto_total')} AS monto_total
    FROM ventas_raw
    WHERE ubicacion_id = unit.ubicacion_id
      AND fecha = unit.fecha
      AND ($2::date IS NULL OR fecha >= $2)
      AND ($3::date IS NULL OR fecha <= $3)
      AND ($5::date IS NULL OR fecha >= $5)
      AND ($4::text[] IS NULL OR producto_id = ANY ($4))
      AND ($11::text IS NULL OR numero_factura = $11)
      AND ($12::boolean IS NOT TRUE OR cantidad < 0)
      AND ($9::text[] IS NULL AND $10::text[] = '{}' OR producto_id IN (SELECT id FROM found))
      AND ($5::date IS NULL OR (unit.fecha, unit.ubicacion_id) > ($5, $6::text) OR id > $7::bigint)
    ORDER BY id
    LIMIT $8
  ) AS v
  ORDER BY unit.fecha, unit.ubicacion_id, v.id
  LIMIT $8`;

/** What a list is read from. Of stores that the actor may not see nothing is: what is asked of them is refused. */
export function salesReads(ctx: Pick<OperationContext, 'stores'>, { stores, from, to }: SalesInput): readonly Need[] {
  const scope = stores?.filter((id) => scopeIncludes(ctx.stores, id)) ?? ctx.stores;
  const units = { ...(scope === 'all' ? {} : { ubicacion_id: scope }), fecha: { from, to } };
  return [
    { table: 'ventas_diarias', units },
    { table: 'ventas_raw', units },
    { table: 'productos' },
    { table: 'ubicaciones' },
  ];
}

/** @throws InvalidInput for stores and products that are unknown (or not the actor's) */
async function scopeOf(ctx: OperationContext, { stores, products }: SalesInput): Promise<StoreScope> {
  const scope = await narrowStores({ ctx, input: { stores } });
  if (products !== undefined) await requireProducts({ ctx, input: { productIds: products } });
  return scope;
}

function parametersOf(stores: StoreScope, input: SalesInput, limit: number | null): unknown[] {
  const { fecha = null, ubicacion_id = null, id = null } = input.after ?? {};
  const { from = null, to = null, products = null, categories = null, text = '' } = input;
  const { receipt = null, returned = false } = input;
  const position = [fecha, ubicacion_id, id, limit];
  return [
    scopeParameter(stores),
    from,
    to,
    products,
    ...position,
    categories,
    wordExpressions(text),
    receipt,
    returned,
  ];
}

/**
 * The sales lines that match, by (fecha, ubicacion_id, id). Lines that other sessions add or remove do not shift the
 * pages: one begins right after the key where the last ended.
 *
 * @throws InvalidInput for stores and products that are unknown (or not the actor's)
 */
export async function listSales({
  ctx,
  input,
}: {
  ctx: OperationContext;
  input: SalesInput & { readonly limit: number };
}): Promise<readonly SaleLine[]> {
  const { stores, products, limit } = input;
  // Most pages are of one store, and their lines show that it is there: only one without lines is asked for by itself.
  const areTheirs = products === undefined && stores?.every((id) => scopeIncludes(ctx.stores, id)) === true;
  const scope = areTheirs ? stores : await scopeOf(ctx, input);
  const statement = { name: 'fluxion_sales', text: salesSql };
  const { rows } = await ctx.db.query<SaleLine>(statement, parametersOf(scope, input, limit));
  const isShown = (store: string) => rows.some(({ ubicacion_id }) => ubicacion_id === store);
  if (areTheirs && !stores.every(isShown)) await scopeOf(ctx, input);
  return rows;
}

interface StreamSales {
  readonly ctx: StreamingContext;
  /** Of a line, those that are wanted, in their order. */
  readonly columns: readonly string[];
  readonly input: SalesInput;
}

/** All the sales lines that match, in the order of `listSales` and of one snapshot. @throws InvalidInput as `listSales` does */
export async function* streamSales({ ctx, columns, input }: StreamSales): AsyncGenerator<Batch> {
  const values = parametersOf(await scopeOf(ctx, input), input, null);
  yield* streamOf(ctx, { text: salesSql, values }, columns);
}
