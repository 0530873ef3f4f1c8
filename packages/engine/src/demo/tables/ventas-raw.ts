import { carried, outOfStock } from '../demand/availability.ts';
import { blockLines, blockReceipts } from '../demand/baskets.ts';
import { hourSteps, openingParts } from '../demand/hours.ts';
import { basketPattern, cargaId } from '../demand/store-days.ts';
import { createWeekSlots, storePrice4 } from '../demand/weeks.ts';
import { bits, chance, createTable, fillTable, type FilledColumns } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';

/** When a day is loaded, in seconds after its midnight: at three the next morning. */
export const loadedAfterS = 27 * 3600;

/** Approximate lines per slice, small enough to sort with little memory. */
const sliceLines = 3_000_000;

/** Seconds from opening to the receipt. */
const sinceOpening = `(start + span * ((rh >> 44) % 256)::INTEGER // 256)::BIGINT * open_for_s // ${openingParts}`;
/** cantidad (thousandths) x precio (ten-thousandths), rounded half away from zero to cents. */
const cents = `(milli::BIGINT * unit_price4 + 50000) // 100000`;

const columns: FilledColumns = {
  id: ['BIGINT', 'line_id'],
  ubicacion_id: ['VARCHAR', 'ubicacion_id'],
  fecha: ['DATE', 'fecha'],
  fecha_hora: ['TIMESTAMPTZ', `to_timestamp(midnight_s + opens_s + ${sinceOpening})`],
  numero_factura: ['VARCHAR', `lpad((first_receipt + receipt + 1)::VARCHAR, 8, '0')`],
  linea: ['INTEGER', 'linea'],
  producto_id: ['VARCHAR', 'producto_id'],
  cantidad: ['DECIMAL(18,6)', '(sign * milli) * 0.001'],
  precio_unitario: ['DECIMAL(18,6)', 'unit_price4 * 0.0001'],
  costo_unitario: ['DECIMAL(18,6)', 'cost4 * 0.0001'],
  monto_total: ['DECIMAL(18,6)', `(sign * ${cents})::INTEGER * 0.01`],
  created_at: ['TIMESTAMPTZ', `to_timestamp(midnight_s + ${loadedAfterS})`],
  carga_id: ['VARCHAR', cargaId],
};

/** Creates and fills ventas_raw, in the order (fecha, ubicacion_id, id), a slice of whole weeks at a time. */
export function ventasRaw(plan: DemoPlan): string[] {
  const slice = Math.max(1, Math.floor((sliceLines * plan.weeks) / plan.rows));
  const starts = Array.from({ length: Math.ceil(plan.weeks / slice) }, (_, index) => index * slice);
  return [
    createTable('ventas_raw', columns),
    // A slice's lines are many and DuckDB's guess at them is low: it would build hash tables of lines instead of slots.
    "SET disabled_optimizers = 'join_order,build_side_probe_side'",
    ...starts.flatMap((start) => [
      createWeekSlots(plan.slots, start, start + slice - 1),
      insertWeeks(plan, start, start + slice - 1),
    ]),
    'RESET disabled_optimizers',
    'DROP TABLE week_slot',
  ];
}

function insertWeeks(plan: DemoPlan, firstWeek: number, lastWeek: number): string {
  return fillTable(
    'ventas_raw',
    columns,
    'FROM priced p JOIN hour_curve c ON c.weekend = p.weekend AND c.step = p.step ORDER BY line_id',
    [dealtLines(firstWeek, lastWeek), drawnProducts(plan), pricedLines].join(',\n'),
  );
}

/** The lines of each store-day, dealt in blocks into receipts. */
function dealtLines(firstWeek: number, lastWeek: number): string {
  return `block AS (
      SELECT d.*, s.id AS ubicacion_id, opens_s, open_for_s, nivel_precio, surtido,
        unnest(range((lines + ${blockLines - 1}) // ${blockLines}))::INTEGER AS block
      FROM store_day d JOIN store s USING (store_n) WHERE week_n BETWEEN ${firstWeek} AND ${lastWeek}),
    dealt AS (
      SELECT * EXCLUDE (pattern, receipt_of_line, position_of_line), least(${blockLines}, lines - block * ${blockLines}) AS here,
        unnest(receipt_of_line[1:here]) AS receipt_of_block, unnest(position_of_line[1:here]) AS linea,
        unnest(range(here))::INTEGER AS k
      FROM block JOIN basket ON pattern = ${basketPattern('block')})`;
}

/**
 * Each line draws a product by the week's demand; a second one if the store does not have the first, and a core product if
 * it does not have that either. An item rung up twice repeats the product of the line before.
 */
function drawnProducts({ slots, products, coreProducts }: DemoPlan): string {
  const slot = (shift: number) => `week_n * ${slots} + ((h >> ${shift}) % ${slots})::INTEGER`;
  const available = (product: string) =>
    `${carried({ products }, product)} AND NOT ${outOfStock({ coreProducts }, product)}`;
  return `line AS (
      SELECT *, first_id + block * ${blockLines} + k + 1 AS line_id, block * ${blockReceipts} + receipt_of_block AS receipt,
        line_id - CASE WHEN linea > 1 AND ${chance(7, 'rung twice', 'line_id')} THEN 1 ELSE 0 END AS drawn_as,
        ${bits('product', 'drawn_as')} AS h, ${bits('quantity', 'drawn_as')} AS qh,
        ${bits('receipt', 'store_n', 'day_n', 'receipt')} AS rh
      FROM dealt),
    drawn AS (
      SELECT line.*, CASE WHEN ${available('a.product_n')} THEN a.product_n
        WHEN ${available('b.product_n')} THEN b.product_n
        ELSE 1 + ((h >> 52) % ${coreProducts})::INTEGER END AS product_n
      FROM line JOIN week_slot a ON a.slot = ${slot(0)} JOIN week_slot b ON b.slot = ${slot(26)})`;
}

/**
 * Prices, quantities and signs. Pieces are mostly one, a dozen only of what costs under three dollars or so; what is sold by
 * weight is 120 g to 2.3 kg. One receipt in two hundred is a return.
 */
const pricedLines = `priced AS (
    SELECT d.*, w.id AS producto_id, cost4, ${storePrice4('price4')} AS unit_price4, (qh % 256)::INTEGER AS q,
      CASE WHEN weighed THEN 120 + ((qh >> 8) % 900)::INTEGER + ((qh >> 24) % 1300)::INTEGER
        ELSE 1000 * CASE WHEN q < 168 THEN 1 WHEN q < 212 THEN 2 WHEN q < 230 THEN 3 WHEN q < 241 THEN 4
          WHEN q < 251 THEN 6 WHEN unit_price4 < 4000000 THEN 12 ELSE 5 END END AS milli,
      CASE WHEN rh % 200 = 0 THEN -1 ELSE 1 END AS sign,
      ((receipt::BIGINT * ${hourSteps} + ((rh >> 20) % ${hourSteps})::INTEGER) // receipts)::INTEGER AS step
    FROM drawn d JOIN week_product w USING (week_n, product_n))`;
