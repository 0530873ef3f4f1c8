import { choice, filledTable, list } from '../expressions.ts';
import { zone } from '../stores/stores.ts';
import { paymentColumns } from './payments.ts';

const columns = {
  id: 'VARCHAR',
  ubicacion_id: 'VARCHAR',
  fecha: 'DATE',
  numero_factura: 'VARCHAR',
  caja: 'VARCHAR',
  cajero: 'VARCHAR',
  fecha_hora: 'TIMESTAMPTZ',
  turno: 'VARCHAR',
  cliente_nombre: 'VARCHAR',
  cliente_rif: 'VARCHAR',
  subtotal: 'DECIMAL(18,2)',
  descuento: 'DECIMAL(18,2)',
  base_imponible: 'DECIMAL(18,2)',
  impuesto: 'DECIMAL(18,2)',
  imp_igtf: 'DECIMAL(18,2)',
  total_bs: 'DECIMAL(18,2)',
  tasa_cambio: 'DECIMAL(18,2)',
  total_usd: 'DECIMAL(18,2)',
  efectivo_bs: 'DECIMAL(18,2)',
  efectivo_usd: 'DECIMAL(18,2)',
  tarjeta_debito_bs: 'DECIMAL(18,2)',
  tarjeta_credito_bs: 'DECIMAL(18,2)',
  pago_movil_bs: 'DECIMAL(18,2)',
  transferencia_bs: 'DECIMAL(18,2)',
  zelle_usd: 'DECIMAL(18,2)',
  otros_bs: 'DECIMAL(18,2)',
  otros_usd: 'DECIMAL(18,2)',
  cantidad_items: 'INTEGER',
  moneda_principal: 'VARCHAR',
  es_pago_mixto: 'BOOLEAN',
  created_at: 'TIMESTAMPTZ',
};

const names = list([
  'María',
  'José',
  'Ana',
  'Luis',
  'Carmen',
  'Pedro',
  'Rosa',
  'Jesús',
  'Elena',
  'Andrés',
  'Yolanda',
  'Íñigo',
]);
const surnames = list([
  'Rondón',
  'Peña',
  'Muñoz',
  'Briceño',
  'Núñez',
  'Ordóñez',
  'Zambrano',
  'Castaño',
  'Urdaneta',
  'Quiñones',
  'Araujo',
  'Bermúdez',
]);
const people = 12;

/**
 * Receipts with their taxes and payments. Here total_bs = subtotal - descuento + impuesto, without IGTF; and the payments,
 * those in dollars at the day's rate, come to total_bs + imp_igtf, to the rounding of one conversion.
 */
export function facturas(): string[] {
  const cashier = (what: string) => `1 + ${choice(people, what, 'ubicacion_id', 'caja', 'turno')}`;
  return filledTable(
    'facturas',
    columns,
    `WITH rung AS (SELECT r.*, format('CAJA {:02d}', 1 + ((h >> 8) % (2 + superficie // 400)::UBIGINT)::INTEGER) AS caja,
         CASE WHEN hour(fecha_hora AT TIME ZONE '${zone}') < 14 THEN 'mañana' ELSE 'tarde' END AS turno, (h >> 16) % 100 < 18 AS named FROM receipt r JOIN store s ON s.id = r.ubicacion_id)
     SELECT factura_id AS id, ubicacion_id, fecha, numero_factura, caja, ${names}[${cashier('cashier')}] || ' ' || ${surnames}[${cashier('cashier surname')}] AS cajero, fecha_hora, turno,
       CASE WHEN named THEN ${names}[1 + ((h >> 24) % ${people})::INTEGER] || ' ' || ${surnames}[1 + ((h >> 40) % ${people})::INTEGER] END AS cliente_nombre,
       CASE WHEN named THEN format('V-9{:08d}', ((h >> 24) % 100000000)::INTEGER) END AS cliente_rif,
       total_bs - (taxed_bs - base_imponible) AS subtotal, 0 AS descuento, base_imponible, taxed_bs - base_imponible AS impuesto, imp_igtf, total_bs, tasa AS tasa_cambio, total_usd,
       ${paymentColumns}, items AS cantidad_items, CASE WHEN abs(usd) * 2 > abs(total_usd) THEN 'USD' ELSE 'VES' END AS moneda_principal, mixed AS es_pago_mixto, created_at
     FROM rung ORDER BY fecha, ubicacion_id, numero_factura`,
  );
}
