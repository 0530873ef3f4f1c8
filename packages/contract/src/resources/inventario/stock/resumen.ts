import { Type } from 'typebox';
import {
  decimalColumn,
  endpoint,
  formatParameter,
  freshnessParameters,
  integerColumn,
  orNull,
  tableOf,
  textColumn,
} from '../../../base/index.ts';
import { ubicacionParameter } from '../../ubicaciones.ts';
import { categoryParameter, searchParameter } from '../filters.ts';

/**
 * What the stock of a store or a category comes to, at cost, and how many of its configured products are in each state.
 * What is below zero is told apart: it is a sign of wrong records, and in no sum.
 */
export const ResumenStock = tableOf({
  clave: textColumn(),
  nombre: textColumn(),
  productos: integerColumn({ minimum: 0, description: 'Con existencia; el que está en dos tiendas cuenta dos veces.' }),
  unidades: decimalColumn(4),
  valor: decimalColumn(8, 'A costo.'),
  porcentaje: orNull(decimalColumn(2, 'De todo el valor.')),
  productos_sin_costo: integerColumn({ minimum: 0 }),
  productos_negativos: integerColumn({ minimum: 0 }),
  unidades_negativas: decimalColumn(4),
  valor_negativo: decimalColumn(8),
  configurados: integerColumn({ minimum: 0, description: 'Activos y configurados: la suma de los cinco estados.' }),
  sin_stock: integerColumn({ minimum: 0 }),
  criticos: integerColumn({ minimum: 0 }),
  bajos: integerColumn({ minimum: 0 }),
  normales: integerColumn({ minimum: 0 }),
  excesos: integerColumn({ minimum: 0 }),
});

export const resumirStock = endpoint({
  id: 'resumirStock',
  method: 'GET',
  path: '/stock/resumen',
  summary: 'Valor del inventario y productos en cada estado, por tienda o por categoría; primero lo que más vale',
  tag: 'inventario',
  query: Type.Object(
    {
      por: Type.Optional(
        Type.Enum(['tienda', 'categoria'], {
          default: 'tienda',
          description: 'De qué es cada fila; de tiendas sin él.',
        }),
      ),
      ...ubicacionParameter,
      ...categoryParameter,
      ...searchParameter,
      ...formatParameter,
      ...freshnessParameters,
    },
    { additionalProperties: false },
  ),
  answers: { 200: Type.Object({ datos: Type.Array(ResumenStock.row) }) },
  table: ResumenStock,
});
