import { raw } from 'sql-template-tag';
import { moneySql } from '../money-sql.ts';

/** Stock of a product in a store. Decimals are text, exact; instants are ISO 8601 in UTC. */
export interface StockRow {
  readonly ubicacion_id: string;
  readonly ubicacion: string;
  readonly producto_id: string;
  readonly codigo: string;
  readonly descripcion: string;
  readonly categoria: string;
  readonly subcategoria: string | null;
  readonly marca: string | null;
  readonly unidad_medida: string | null;
  readonly unidades_por_bulto: string | null;
  readonly estado: StockState;
  /** 0 where there is no stock row. */
  readonly cantidad: string;
  readonly cantidad_reservada: string | null;
  readonly cantidad_disponible: string | null;
  readonly valor_inventario: string | null;
  readonly costo_promedio: string | null;
  readonly precio_venta: string | null;
  readonly stock_minimo: string;
  readonly punto_reorden: string | null;
  readonly stock_maximo: string;
  readonly demanda_diaria_promedio: string | null;
  readonly dias_sin_movimiento: number | null;
  readonly ultima_entrada: string | null;
  readonly ultima_salida: string | null;
  readonly ultima_venta: string | null;
  readonly ultima_actualizacion: string | null;
  readonly fecha_proximo_vencimiento: string | null;
  readonly abc_classification: string | null;
  readonly xyz_classification: string | null;
}

export type StockState = 'SIN_STOCK' | 'CRITICO' | 'BAJO' | 'EXCESO' | 'NORMAL';

function trimmed(column: string): string {
  return `trim_scale(${column}) AS ${column}`;
}

function money(column: string): string {
  return `${moneySql(column)} AS ${column}`;
}

/** The columns of a `StockRow`, of the view `productos_ubicacion_completa`. */
export const stockColumns = raw(`
  ubicacion_id, ubicacion, producto_id, codigo, descripcion, categoria, subcategoria, marca, unidad_medida,
  ${trimmed('unidades_por_bulto')}, estado, ${trimmed('cantidad')}, ${trimmed('cantidad_reservada')},
  ${trimmed('cantidad_disponible')}, valor_inventario, ${money('costo_promedio')}, ${money('precio_venta')},
  ${trimmed('stock_minimo')}, ${trimmed('punto_reorden')}, ${trimmed('stock_maximo')},
  ${trimmed('demanda_diaria_promedio')}, dias_sin_movimiento, ultima_entrada, ultima_salida, ultima_venta,
  ultima_actualizacion, fecha_proximo_vencimiento, abc_classification, xyz_classification`);
