import { departments } from '../catalogue/departments.ts';
import { choice, filledTable, list } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';

/** Suppliers of each department. */
export const suppliersPerDepartment = 6;

const kinds = ['Distribuidora', 'Alimentos', 'Comercializadora', 'Representaciones', 'Importadora', 'Corporación'];
/** More than there are departments, and their number has no factor in common with the 5 below: so that no name comes twice. */
const words =
  `del Llano;Los Andes;Orinoco;Cordillera;El Samán;Caribe;La Guaira;Tamanaco;Araguaney;Turpial;Guanipa;Paria;Barlovento;Yaracuy;
Portuguesa;Unare;Chorros;Cuyuní;Manzanares;Aroa;Tocuyo;Motatán;Turimiquire;Guri;Capaya;Caripe;Duaca;Güigüe;Macuto;Naiguatá;Ocumare;Siquire;Tacata;Urama;Zuata;Cojedes`
    .replaceAll('\n', '')
    .split(';');
const people = [
  'María Fernández',
  'José Rondón',
  'Ana Peña',
  'Luis Ibáñez',
  'Carmen Núñez',
  'Pedro Muñoz',
  'Rosa Briceño',
  'Jesús Ordóñez',
  'Elena Castaño',
];

const columns = {
  id: 'VARCHAR',
  codigo: 'VARCHAR',
  nombre: 'VARCHAR',
  rif: 'VARCHAR',
  direccion: 'VARCHAR',
  telefono: 'VARCHAR',
  email: 'VARCHAR',
  contacto_principal: 'VARCHAR',
  dias_credito: 'INTEGER',
  descuento_pronto_pago: 'DECIMAL(5,2)',
  monto_minimo_pedido: 'DECIMAL(18,2)',
  lead_time_promedio: 'INTEGER',
  dias_entrega: 'VARCHAR',
  acepta_pedidos_urgentes: 'BOOLEAN',
  calificacion_calidad: 'INTEGER',
  calificacion_servicio: 'INTEGER',
  calificacion_precio: 'INTEGER',
  activo: 'BOOLEAN',
  created_at: 'TIMESTAMPTZ',
  updated_at: 'TIMESTAMPTZ',
};

/** The id of the k-th supplier (from 0) of a department: SQL. */
export function supplierId(department: string, k: string): string {
  return `format('PROV_{:03d}', ${department} * ${suppliersPerDepartment} + ${k} + 1)`;
}

/** Days from order to delivery of a supplier: SQL over its id. Fresh goods come sooner. */
export function supplierLeadDays(supplier: string, shelfLife: string): string {
  return `CASE WHEN ${shelfLife} <= 30 THEN 1 + ${choice(3, 'lead', supplier)} ELSE 3 + ${choice(9, 'lead', supplier)} END`;
}

export function proveedores({ from, until }: DemoPlan): string[] {
  const rating = (what: string) => `2 + ${choice(4, what, 'id')}`;
  return filledTable(
    'proveedores',
    columns,
    `WITH supplier AS (SELECT d::INTEGER AS d, k::INTEGER AS k, ${supplierId('d', 'k')} AS id, ${list(words)}[1 + (d * 5 + k * 7) % ${words.length}] AS word
       FROM range(${departments.length}) a(d), range(${suppliersPerDepartment}) b(k))
     SELECT id, 'P' || right(id, 3) AS codigo, ${list(kinds)}[1 + k] || ' ' || word || ', C.A.' AS nombre, format('J-9{:07d}-{}', ${choice(10_000_000, 'rif', 'id')}, d % 10) AS rif,
       'Zona industrial ' || word AS direccion, format('0212-555{:04d}', ${choice(10_000, 'phone', 'id')}) AS telefono,
       'pedidos@prov' || right(id, 3) || '.example' AS email, ${list(people)}[1 + ${choice(people.length, 'contact', 'id')}] AS contacto_principal,
       [0, 7, 15, 30, 45][1 + ${choice(5, 'credit', 'id')}] AS dias_credito, ${choice(4, 'discount', 'id')} AS descuento_pronto_pago,
       50 * (1 + ${choice(10, 'least', 'id')}) AS monto_minimo_pedido, ${supplierLeadDays('id', '99')} AS lead_time_promedio,
       ['1,3,5', '2,4', '1,4', '3', '1,2,3,4,5'][1 + ${choice(5, 'days', 'id')}] AS dias_entrega, ${choice(3, 'urgent', 'id')} = 0 AS acepta_pedidos_urgentes,
       ${rating('quality')} AS calificacion_calidad, ${rating('service')} AS calificacion_servicio, ${rating('price')} AS calificacion_precio, true AS activo,
       ${at('08:00:00', `DATE '${from}'`)} AS created_at, ${at('20:00:00', `DATE '${until}'`)} AS updated_at
     FROM supplier ORDER BY id`,
  );
}
