import { bits, list, type FilledColumns } from '../expressions.ts';
import { recentDays, type DemoPlan } from '../plan.ts';

/** The shares of the ways to pay, in percent; `mixto` is some dollars in cash and the rest by mobile payment. */
const ways = {
  efectivo_bs: 5,
  efectivo_usd: 13,
  tarjeta_debito_bs: 37,
  tarjeta_credito_bs: 4,
  pago_movil_bs: 20,
  transferencia_bs: 3,
  zelle_usd: 5,
  otros_bs: 2,
  otros_usd: 1,
  mixto: 10,
};

/** Each way as often as its share says, in a list of a hundred. */
const dealtWays = Object.entries(ways).flatMap(([way, percent]) => Array<string>(percent).fill(way));

function paymentColumn(way: string): readonly [string, string] {
  const mixed = way === 'pago_movil_bs' || way === 'efectivo_usd' ? ' OR mixed' : '';
  return [
    'DECIMAL(18,2)',
    `CASE WHEN way = '${way}'${mixed} THEN ${way.endsWith('_usd') ? 'paid_usd' : 'rest_bs'} ELSE 0 END`,
  ];
}

/** The columns of payments, over the columns of `receipt`. */
export const paymentColumns: FilledColumns = Object.fromEntries(
  Object.keys(ways)
    .filter((way) => way !== 'mixto')
    .map((way) => [way, paymentColumn(way)]),
);

/**
 * Working tables `receipt_line` (the sales lines of the stores that deliver receipts, over the last 60 days) and
 * `receipt` (one row a receipt: totals, taxes and how it was paid).
 *
 * total_bs is the sum of the lines, which include value-added tax; total_usd is the same at the day's rate. The 3 % tax on
 * what is paid in dollars (IGTF) comes on top and is paid in dollars too. A part of the tax is 16 parts of 116.
 */
export function createReceipts({ until }: DemoPlan): string[] {
  const mixedDollars = `floor(total_usd::DOUBLE * (30 + ((h >> 32) % 41)::INTEGER) / 100)`;
  return [
    `CREATE TEMP TABLE receipt_line AS
     SELECT v.*, ubicacion_id || '-' || strftime(fecha, '%Y%m%d') || '-' || numero_factura AS factura_id, iva > 0 AS taxed
     FROM ventas_raw v JOIN store s ON s.id = v.ubicacion_id JOIN product p ON p.id = v.producto_id
     WHERE recibos AND fecha > DATE '${until}' - ${recentDays}`,
    `CREATE TEMP TABLE receipt AS
     WITH summed AS (
       SELECT factura_id, ubicacion_id, fecha, numero_factura, min(fecha_hora) AS fecha_hora, max(created_at) AS created_at,
         count(*)::INTEGER AS items, sum(monto_total)::DECIMAL(18,2) AS total_bs,
         coalesce(sum(monto_total) FILTER (taxed), 0)::DECIMAL(18,2) AS taxed_bs, ${bits('payment', 'factura_id')} AS h
       FROM receipt_line GROUP BY factura_id, ubicacion_id, fecha, numero_factura),
     drawn AS (
       SELECT *, (total_bs * 100)::BIGINT AS total_cents, (tasa * 100)::BIGINT AS rate_cents,
         (sign(total_cents) * ((abs(total_cents) * 200 + rate_cents) // (2 * rate_cents)) * 0.01)::DECIMAL(15,2) AS total_usd,
         (${list(dealtWays)})[1 + (h % 100)::INTEGER] AS drawn_way, drawn_way = 'mixto' AND total_usd >= 4 AS mixed,
         CASE WHEN drawn_way = 'mixto' AND NOT mixed THEN 'efectivo_bs' ELSE drawn_way END AS way
       FROM summed JOIN exchange_rate USING (fecha)),
     split AS (
       SELECT *, (CASE WHEN way LIKE '%_usd' THEN total_usd WHEN mixed THEN ${mixedDollars} ELSE 0 END)::DECIMAL(15,2) AS usd
       FROM drawn),
     converted AS (
       SELECT *, round(usd * 0.03, 2)::DECIMAL(15,2) AS igtf_usd, round(usd * tasa, 2)::DECIMAL(18,2) AS usd_in_bs,
         (taxed_bs * 100)::BIGINT AS taxed_cents
       FROM split)
     SELECT *, (sign(taxed_cents) * ((abs(taxed_cents) * 100 + 58) // 116) * 0.01)::DECIMAL(18,2) AS base_imponible,
       round(igtf_usd * tasa, 2)::DECIMAL(18,2) AS imp_igtf, usd + igtf_usd AS paid_usd, total_bs - usd_in_bs AS rest_bs
     FROM converted`,
  ];
}
