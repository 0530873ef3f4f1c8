import { choice, filledTable, list } from '../expressions.ts';
import { zone } from '../stores/stores.ts';
import { paymentColumns } from './payments.ts';

const names = [
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
];
const surnames = [
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
];

/** A made-up person: SQL over two numbers, each from 0. */
function person(name: string, surname: string): string {
  return `${list(names)}[1 + ${name} % ${names.length}] || ' ' || ${list(surnames)}[1 + ${surname} % ${surnames.length}]`;
}

const cashier = person(
  choice(1000, 'cashier', 'ubicacion_id', 'caja', 'turno'),
  choice(1000, 'cashier surname', 'ubicacion_id', 'caja', 'turno'),
);
const customer = person('((h >> 24) % 1000)::INTEGER', '((h >> 40) % 1000)::INTEGER');

/**
 * Receipts with their taxes and payments. Here total_bs = subtotal - descuento + impuesto, without IGTF; and the payments,
 * those in dollars at the day's rate, come to total_bs + imp_igtf, to the rounding of a conversion to cents of a dollar.
 */
export function facturas(): string[] {
  const impuesto = '(taxed_bs - base_imponible)';
  const money = 'DECIMAL(18,2)';
  return filledTable(
    'facturas',
    {
      id: ['VARCHAR', 'factura_id'],
      ubicacion_id: ['VARCHAR', 'ubicacion_id'],
      fecha: ['DATE', 'fecha'],
      numero_factura: ['VARCHAR', 'numero_factura'],
      caja: ['VARCHAR', 'caja'],
      cajero: ['VARCHAR', cashier],
      fecha_hora: ['TIMESTAMPTZ', 'fecha_hora'],
      turno: ['VARCHAR', 'turno'],
      cliente_nombre: ['VARCHAR', `CASE WHEN named THEN ${customer} END`],
      cliente_rif: ['VARCHAR', `CASE WHEN named THEN format('V-9{:08d}', ((h >> 24) % 100000000)::INTEGER) END`],
      subtotal: [money, `total_bs - ${impuesto}`],
      descuento: [money, '0'],
      base_imponible: [money, 'base_imponible'],
      impuesto: [money, impuesto],
      imp_igtf: [money, 'imp_igtf'],
      total_bs: [money, 'total_bs'],
      tasa_cambio: [money, 'tasa'],
      total_usd: [money, 'total_usd'],
      ...paymentColumns,
      cantidad_items: ['INTEGER', 'items'],
      moneda_principal: ['VARCHAR', `CASE WHEN abs(usd) * 2 > abs(total_usd) THEN 'USD' ELSE 'VES' END`],
      es_pago_mixto: ['BOOLEAN', 'mixed'],
      created_at: ['TIMESTAMPTZ', 'created_at'],
    },
    'FROM rung ORDER BY fecha, ubicacion_id, numero_factura',
    `rung AS (
       SELECT r.*, format('CAJA {:02d}', 1 + ((h >> 8) % (2 + superficie // 400)::UBIGINT)::INTEGER) AS caja,
         CASE WHEN hour(fecha_hora AT TIME ZONE '${zone}') < 14 THEN 'mañana' ELSE 'tarde' END AS turno,
         (h >> 16) % 100 < 18 AS named
       FROM receipt r JOIN store s ON s.id = r.ubicacion_id)`,
  );
}
