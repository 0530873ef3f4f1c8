import sql, { raw } from 'sql-template-tag';
import type { OperationContext } from '../context.ts';
import { inScope, rowsOf } from '../listing.ts';
import { moneySql } from '../money-sql.ts';
import { listMovements, type Movement } from '../movement/list.ts';
import { stockColumns, type StockRow } from '../stock/columns.ts';
import { productColumns, type Product } from './search.ts';

/** All that the catalogue says of a product. */
export interface ProductMaster extends Product {
  readonly descripcion_corta: string | null;
  readonly grupo: string | null;
  readonly subgrupo: string | null;
  readonly linea: string | null;
  readonly fabricante: string | null;
  readonly modelo: string | null;
  /** Grams. */
  readonly peso_unidad: string | null;
  /** Millilitres. */
  readonly volumen_unidad: string | null;
  readonly costo_promedio: string | null;
  readonly margen_sugerido: string | null;
  readonly dias_vencimiento: number | null;
  readonly es_perecedero: boolean;
  readonly requiere_refrigeracion: boolean;
  readonly abc_classification: string | null;
  readonly xyz_classification: string | null;
  readonly conjunto_sustituible: string | null;
  readonly discontinuado: boolean;
  readonly fecha_discontinuacion: string | null;
  readonly es_provisional: boolean;
  readonly creado: string | null;
  readonly modificado: string | null;
}

/** A class that was calculated for a store, with what it follows from. */
export interface StoredClass {
  readonly ubicacion_id: string;
  readonly fecha_calculo: string;
  readonly clasificacion_abc_valor: string | null;
  readonly clasificacion_xyz: string | null;
  readonly matriz: string | null;
  readonly ranking_valor: number | null;
  readonly valor_consumo_total: string | null;
  readonly porcentaje_valor: string | null;
  readonly porcentaje_acumulado: string | null;
  readonly coeficiente_variacion: string | null;
  readonly demanda_promedio_semanal: string | null;
}

export interface ProductSupplier {
  readonly proveedor_id: string;
  readonly codigo: string;
  readonly nombre: string;
  readonly precio_compra: string;
  readonly precio_anterior: string | null;
  readonly moneda: string | null;
  readonly cantidad_minima: string | null;
  readonly multiple_compra: string | null;
  readonly lead_time_dias: number | null;
  readonly es_proveedor_principal: boolean;
  readonly orden_preferencia: number | null;
  readonly activo: boolean;
}

export interface Substitute {
  readonly producto_id: string;
  readonly codigo: string;
  readonly descripcion: string;
  readonly es_lider_conjunto: boolean;
  readonly activo: boolean;
  /** In the actor's stores; null: in none of them. */
  readonly cantidad: string | null;
}

/** What is known of a product, in the stores that the actor may see. */
export interface ProductStory {
  readonly producto: ProductMaster;
  /** Where it is configured and active, by store. */
  readonly existencias: StockRow[];
  /** The last one of each store. */
  readonly clasificaciones: StoredClass[];
  /** The main one first. */
  readonly proveedores: ProductSupplier[];
  /** Of the same set, the leader first; at most 50. */
  readonly sustitutos: Substitute[];
  /** The last 20 of the 90 days up to the chain's last movement. */
  readonly movimientos: Movement[];
}

interface AskStory {
  readonly ctx: OperationContext;
  readonly input: { readonly productId: string };
}

/** A product's story; undefined if there is no such product. */
export async function productStory({ ctx, input }: AskStory): Promise<ProductStory | undefined> {
  const { productId } = input;
  const [producto] = await rowsOf<ProductMaster>(ctx, masterSql(productId));
  if (producto === undefined) return undefined;
  return {
    producto,
    existencias: await rowsOf<StockRow>(
      ctx,
      sql`SELECT ${stockColumns} FROM productos_ubicacion_completa
          WHERE producto_id = ${productId} AND ${inScope(sql`ubicacion_id`, ctx.stores)} ORDER BY ubicacion_id`,
    ),
    clasificaciones: await classesOf(ctx, producto.codigo),
    proveedores: await suppliersOf(ctx, productId),
    sustitutos: producto.conjunto_sustituible === null ? [] : await substitutesOf(ctx, producto),
    movimientos: await listMovements({ ctx, input: { productId, lastDays: 90, limit: 20 } }),
  };
}

const masterSql = (productId: string) => sql`
  SELECT ${productColumns}, descripcion_corta, grupo, subgrupo, linea, fabricante, modelo,
    trim_scale(peso_unidad) AS peso_unidad, trim_scale(volumen_unidad) AS volumen_unidad,
    ${raw(moneySql('costo_promedio'))} AS costo_promedio, margen_sugerido, dias_vencimiento,
    es_perecedero IS TRUE AS es_perecedero, requiere_refrigeracion IS TRUE AS requiere_refrigeracion,
    abc_classification, xyz_classification, conjunto_sustituible, discontinuado IS TRUE AS discontinuado,
    fecha_discontinuacion, es_provisional, created_at AS creado, updated_at AS modificado
  FROM productos WHERE id = ${productId}`;

function classesOf(ctx: OperationContext, code: string): Promise<StoredClass[]> {
  return rowsOf(
    ctx,
    sql`SELECT DISTINCT ON (ubicacion_id) ubicacion_id, fecha_calculo, clasificacion_abc_valor, clasificacion_xyz, matriz,
          ranking_valor, ${raw(moneySql('valor_consumo_total'))} AS valor_consumo_total, porcentaje_valor, porcentaje_acumulado,
          coeficiente_variacion, trim_scale(demanda_promedio_semanal) AS demanda_promedio_semanal
        FROM productos_abc_v2_historico
        WHERE codigo_producto = ${code} AND ${inScope(sql`ubicacion_id`, ctx.stores)}
        ORDER BY ubicacion_id, fecha_calculo DESC`,
  );
}

function suppliersOf(ctx: OperationContext, productId: string): Promise<ProductSupplier[]> {
  return rowsOf(
    ctx,
    sql`SELECT c.proveedor_id, s.codigo, s.nombre, ${raw(moneySql('c.precio_compra'))} AS precio_compra,
          ${raw(moneySql('c.precio_anterior'))} AS precio_anterior, c.moneda, trim_scale(c.cantidad_minima) AS cantidad_minima,
          trim_scale(c.multiple_compra) AS multiple_compra, c.lead_time_dias,
          c.es_proveedor_principal IS TRUE AS es_proveedor_principal, c.orden_preferencia,
          c.activo IS NOT FALSE AND s.activo IS NOT FALSE AS activo
        FROM producto_proveedor_config AS c JOIN proveedores AS s ON s.id = c.proveedor_id
        WHERE c.producto_id = ${productId}
        ORDER BY es_proveedor_principal DESC, c.orden_preferencia, s.codigo`,
  );
}

function substitutesOf(ctx: OperationContext, { id, conjunto_sustituible }: ProductMaster): Promise<Substitute[]> {
  return rowsOf(
    ctx,
    sql`SELECT p.id AS producto_id, p.codigo, p.descripcion, p.es_lider_conjunto IS TRUE AS es_lider_conjunto,
          p.activo IS NOT FALSE AS activo,
          (SELECT trim_scale(sum(s.cantidad)) FROM stock_actual AS s
           WHERE s.producto_id = p.id AND ${inScope(sql`s.ubicacion_id`, ctx.stores)}) AS cantidad
        FROM productos AS p
        WHERE p.conjunto_sustituible = ${conjunto_sustituible} AND p.id <> ${id}
        ORDER BY es_lider_conjunto DESC, p.codigo
        LIMIT 50`,
  );
}
