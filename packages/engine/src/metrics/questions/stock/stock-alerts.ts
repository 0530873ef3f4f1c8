import sql, { empty, type Sql } from 'sql-template-tag';
import type { Question, RawRow } from '../../../base/index.ts';
import { cell, countCell, sumCell, textCell } from '../../cells.ts';
import { alerts, alertsRead, type AlertFilter, type AlertKind, type AlertPriority } from './alerts.ts';

/** Where an alert stands in the order of the list. */
export interface AlertKey {
  /** 1 is the most urgent. */
  readonly nivel: number;
  readonly ubicacion_id: string;
  readonly codigo: string;
}

/** An alert of a product in a store; decimals are exact texts. */
export interface StockAlert extends AlertKey {
  readonly ubicacion: string;
  readonly producto_id: string;
  readonly descripcion: string;
  readonly categoria: string;
  readonly prioridad: string;
  readonly tipo_alerta: string;
  readonly cantidad: string;
  readonly stock_minimo: string;
  readonly punto_reorden: string | null;
  readonly stock_maximo: string;
  /** Days from the last entry, exit or sale to the store's date; as reported where none is dated. */
  readonly dias_sin_movimiento: number | null;
  readonly fecha_proximo_vencimiento: string | null;
  /** Negative if it has expired. */
  readonly dias_para_vencer: number | null;
}

interface AlertPage extends AlertFilter {
  /** The alert after which the page begins. */
  readonly after?: AlertKey | undefined;
  readonly limit: number;
}

/** The alerts, the most urgent first, by store and codigo. */
export const stockAlerts: Question<AlertPage, StockAlert> = {
  name: 'alertas de inventario',
  reads: alertsRead,
  sql: ({ after, limit, ...filter }) => sql`
    SELECT a.*, u.nombre AS ubicacion
    FROM (
      SELECT * FROM (${alerts(filter)}) AS todas ${afterKey(after)}
      ORDER BY nivel, ubicacion_id COLLATE "C", codigo COLLATE "C" LIMIT CAST(${String(limit)} AS BIGINT)) AS a
    JOIN ubicaciones AS u ON u.id = a.ubicacion_id
    ORDER BY a.nivel, a.ubicacion_id COLLATE "C", a.codigo COLLATE "C"`,
  row: (raw) => ({
    ubicacion_id: textCell(raw, 'ubicacion_id'),
    ubicacion: textCell(raw, 'ubicacion'),
    producto_id: textCell(raw, 'producto_id'),
    codigo: textCell(raw, 'codigo'),
    descripcion: textCell(raw, 'descripcion'),
    categoria: textCell(raw, 'categoria'),
    prioridad: textCell(raw, 'prioridad'),
    tipo_alerta: textCell(raw, 'tipo_alerta'),
    nivel: countCell(raw, 'nivel'),
    cantidad: sumCell(raw, 'cantidad'),
    stock_minimo: sumCell(raw, 'stock_minimo'),
    punto_reorden: cell(raw, 'punto_reorden') === null ? null : sumCell(raw, 'punto_reorden'),
    stock_maximo: sumCell(raw, 'stock_maximo'),
    dias_sin_movimiento: daysCell(raw, 'dias_sin_movimiento'),
    fecha_proximo_vencimiento: cell(raw, 'fecha_proximo_vencimiento'),
    dias_para_vencer: daysCell(raw, 'dias_para_vencer'),
  }),
};

function afterKey(after: AlertKey | undefined): Sql {
  if (after === undefined) return empty;
  const { nivel, ubicacion_id: store, codigo } = after;
  const level = sql`CAST(${String(nivel)} AS INTEGER)`;
  return sql`
    WHERE nivel > ${level} OR nivel = ${level} AND (ubicacion_id COLLATE "C" > ${store}
      OR ubicacion_id = ${store} AND codigo COLLATE "C" > ${codigo})`;
}

function daysCell(raw: RawRow, column: string): number | null {
  const days = cell(raw, column);
  return days === null ? null : Number(days);
}

export interface AlertCount {
  readonly ubicacion_id: string;
  readonly ubicacion: string;
  readonly prioridad: AlertPriority;
  readonly tipo_alerta: AlertKind;
  readonly alertas: number;
}

/** How many alerts of each kind each store has, by store; kinds that it has none of are left out. */
export const alertCounts: Question<AlertFilter, AlertCount> = {
  name: 'alertas por tienda y tipo',
  reads: alertsRead,
  sql: (filter) => sql`
    SELECT a.*, u.nombre AS ubicacion
    FROM (
      SELECT ubicacion_id, nivel, prioridad, tipo_alerta, count(*) AS alertas FROM (${alerts(filter)}) AS todas
      GROUP BY ubicacion_id, nivel, prioridad, tipo_alerta) AS a
    JOIN ubicaciones AS u ON u.id = a.ubicacion_id
    ORDER BY a.ubicacion_id COLLATE "C", a.nivel`,
  row: (raw) => ({
    ubicacion_id: textCell(raw, 'ubicacion_id'),
    ubicacion: textCell(raw, 'ubicacion'),
    // `alerts` writes no others.
    prioridad: textCell(raw, 'prioridad') as AlertPriority,
    tipo_alerta: textCell(raw, 'tipo_alerta') as AlertKind,
    alertas: countCell(raw, 'alertas'),
  }),
};
