import { departments } from '../catalogue/departments.ts';
import { choice, filledTable, list, oneOf } from '../expressions.ts';
import type { DemoPlan } from '../plan.ts';
import { at } from '../stores/clock.ts';

/** Suppliers of each department. */
export const suppliersPerDepartment = 6;

const kinds = ['Distribuidora', 'Alimentos', 'Comercializadora', 'Representaciones', 'Importadora', 'Corporación'];

/** As many as have no factor in common with the 5 below, and more than there are departments: so no name comes twice. */
const words = [
  ...['del Llano', 'Los Andes', 'Orinoco', 'Cordillera', 'El Samán', 'Caribe', 'La Guaira', 'Tamanaco', 'Araguaney'],
  ...['Turpial', 'Guanipa', 'Paria', 'Barlovento', 'Yaracuy', 'Portuguesa', 'Unare', 'Chorros', 'Cuyuní', 'Manzanares'],
  ...['Aroa', 'Tocuyo', 'Motatán', 'Turimiquire', 'Guri', 'Capaya', 'Caripe', 'Duaca', 'Güigüe', 'Macuto', 'Naiguatá'],
  ...['Ocumare', 'Siquire', 'Tacata', 'Urama', 'Zuata', 'Cojedes'],
];

const people = [
  'María Fernández',
  'José Rondón',
  'Ana Peña',
  'Luis Ibáñez',
  'Carmen Núñez',
  'Pedro Muñoz',
  'Rosa Briceño',
];

/** The id of the k-th supplier (from 0) of a department: SQL. */
export function supplierId(department: string, k: string): string {
  return `format('PROV_{:03d}', ${department} * ${suppliersPerDepartment} + ${k} + 1)`;
}

/** Days from order to delivery of a supplier: SQL over its id. What keeps a month or less comes sooner. */
export function supplierLeadDays(supplier: string, shelfLife: string): string {
  return `CASE WHEN ${shelfLife} <= 30 THEN 1 + ${choice(3, 'lead', supplier)} ELSE 3 + ${choice(9, 'lead', supplier)} END`;
}

export function proveedores({ from, until }: DemoPlan): string[] {
  const rating = (what: string): readonly [string, string] => ['INTEGER', `2 + ${choice(4, what, 'id')}`];
  return filledTable(
    'proveedores',
    {
      id: ['VARCHAR', 'id'],
      codigo: ['VARCHAR', `'P' || right(id, 3)`],
      nombre: ['VARCHAR', `${list(kinds)}[1 + k] || ' ' || word || ', C.A.'`],
      rif: ['VARCHAR', `format('J-9{:07d}-{}', ${choice(10_000_000, 'rif', 'id')}, department_n % 10)`],
      direccion: ['VARCHAR', `'Zona industrial ' || word`],
      telefono: ['VARCHAR', `format('0212-555{:04d}', ${choice(10_000, 'phone', 'id')})`],
      email: ['VARCHAR', `'pedidos@prov' || right(id, 3) || '.example'`],
      contacto_principal: ['VARCHAR', oneOf(people, 'contact', 'id')],
      dias_credito: ['INTEGER', `[0, 7, 15, 30, 45][1 + ${choice(5, 'credit', 'id')}]`],
      descuento_pronto_pago: ['DECIMAL(5,2)', choice(4, 'discount', 'id')],
      monto_minimo_pedido: ['DECIMAL(18,2)', `50 * (1 + ${choice(10, 'least', 'id')})`],
      lead_time_promedio: ['INTEGER', supplierLeadDays('id', '99')],
      dias_entrega: ['VARCHAR', oneOf(['1,3,5', '2,4', '1,4', '3', '1,2,3,4,5'], 'days', 'id')],
      acepta_pedidos_urgentes: ['BOOLEAN', `${choice(3, 'urgent', 'id')} = 0`],
      calificacion_calidad: rating('quality'),
      calificacion_servicio: rating('service'),
      calificacion_precio: rating('price'),
      activo: ['BOOLEAN', 'true'],
      created_at: ['TIMESTAMPTZ', at('08:00:00', `DATE '${from}'`)],
      updated_at: ['TIMESTAMPTZ', at('20:00:00', `DATE '${until}'`)],
    },
    'FROM supplier ORDER BY id',
    `supplier AS (
       SELECT d::INTEGER AS department_n, k::INTEGER AS k, ${supplierId('department_n', 'k')} AS id,
         ${list(words)}[1 + (d * 5 + k * 7) % ${words.length}] AS word
       FROM range(${departments.length}) a(d), range(${suppliersPerDepartment}) b(k))`,
  );
}
