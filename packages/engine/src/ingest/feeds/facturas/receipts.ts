import type { CopiedColumn } from '../../../bridge/index.ts';
import type { PostgresType } from '../../../catalog/index.ts';
import { feeds } from '../../../sources/index.ts';
import type { FactTarget } from '../../units/replace-facts.ts';
import { lineId } from '../line-id.ts';

/** What is a line's own; all else is its receipt's, and repeated in each of its lines or told in one of them. */
const ofLine: ReadonlySet<string> = new Set([
  ...['ubicacion_id', 'fecha', 'fecha_hora', 'factura_id', 'item_id', 'linea', 'producto_id', 'cantidad'],
  ...['precio_unitario', 'precio_total', 'descuento_item', 'costo_unitario'],
]);

/** The feed's fields in which the lines of a receipt agree, as far as they say anything. */
export const receiptFields: readonly string[] = feeds.facturas.fields
  .map(({ name }) => name)
  .filter((name) => !ofLine.has(name));

/**
 * What tells receipts of a store-day apart, which is also their id: the one that is given, else the till and its number, in
 * a form that fits any length of them.
 */
export const receiptId = `coalesce(factura_id, md5(numero_factura || chr(31) || coalesce(caja, '')))`;

type Column = CopiedColumn & { readonly sql: string };

const text: PostgresType = { name: 'text' };
const instant: PostgresType = { name: 'timestamptz' };
const money: PostgresType = { name: 'numeric', precision: 18, scale: 2 };
const units: PostgresType = { name: 'numeric', precision: 12, scale: 4 };
const amount: PostgresType = { name: 'numeric', precision: 18, scale: 6 };

const column = (name: string, type: PostgresType, sql = name): Column => ({ name, type, sql });

const place: readonly Column[] = [column('ubicacion_id', text), column('fecha', { name: 'date' })];

const payments = receiptFields.filter((name) =>
  /^(efectivo|tarjeta_debito|tarjeta_credito|pago_movil|transferencia|zelle|otros)_(bs|usd)$/.test(name),
);
const paymentList = `[${payments.map((name) => `max(${name})`).join(', ')}]`;
/** Paid in more than one way; unknown where no payment is. */
const mixed = `CASE WHEN len(list_filter(${paymentList}, lambda p: p IS NOT NULL)) > 0
  THEN len(list_filter(${paymentList}, lambda p: p <> 0)) > 1 END`;

function receiptColumn(name: string): Column {
  if (name === 'es_pago_mixto') return column(name, { name: 'bool' }, `coalesce(bool_or(es_pago_mixto), ${mixed})`);
  const isMoney = feeds.facturas.fields.some((field) => field.name === name && field.type.kind === 'decimal');
  return column(name, isMoney ? money : text, `max(${name})`);
}

const receiptColumns: readonly Column[] = [
  column('id', text, receiptId),
  ...place,
  column('fecha_hora', instant, 'min(fecha_hora)'),
  column('cantidad_items', { name: 'int4' }, 'count(*)::INTEGER'),
  ...receiptFields.map(receiptColumn),
];

const cost = 'round(cantidad * costo_unitario, 2)';

const lineColumns: readonly Column[] = [
  // Some tills number the lines of each receipt from 1.
  column('id', text, lineId('item_id', '(ubicacion_id, fecha, item_id) NOT IN (FROM repeated)')),
  ...place,
  column('factura_id', text, receiptId),
  column('numero_factura', text),
  column('producto_id', text),
  column('fecha_hora', instant),
  column('cantidad', units),
  column('precio_unitario', units),
  column('precio_total', money),
  column('descuento', { name: 'numeric', precision: 20, scale: 4 }, 'coalesce(descuento_item, 0)'),
  column('costo_unitario', units),
  column('costo_total', money, cost),
  column('margen', money, `precio_total - ${cost}`),
];

const saleColumns: readonly Column[] = [
  column('id', { name: 'int8' }, 'n'),
  ...place,
  column('fecha_hora', instant),
  column('numero_factura', text),
  column('linea', { name: 'int4' }),
  column('producto_id', text),
  column('cantidad', amount),
  column('precio_unitario', amount),
  column('costo_unitario', amount),
  column('monto_total', amount, 'precio_total'),
  column('carga_id', text),
];

const select = (columns: readonly Column[]): string => columns.map(({ sql, name }) => `${sql} AS ${name}`).join(', ');

/** Receipts, their lines, and each line as the sale that it is. */
export const receiptTargets: readonly FactTarget[] = [
  {
    table: 'facturas',
    columns: receiptColumns,
    query: (rows) => `SELECT ${select(receiptColumns)} FROM ${rows} GROUP BY ubicacion_id, fecha, ${receiptId}`,
  },
  {
    table: 'items_facturas',
    columns: lineColumns,
    query: (rows) =>
      `WITH repeated AS (
         SELECT ubicacion_id, fecha, item_id FROM ${rows} WHERE item_id IS NOT NULL GROUP BY ALL HAVING count(*) > 1)
       SELECT ${select(lineColumns)} FROM ${rows}`,
  },
  {
    table: 'ventas_raw',
    columns: saleColumns,
    query: (rows) => `SELECT ${select(saleColumns)} FROM ${rows}`,
  },
];
