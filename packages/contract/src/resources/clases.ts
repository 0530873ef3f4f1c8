import { Type } from 'typebox';
import { decimalColumn, endpoint, Identificador, integerColumn, orNull, tableOf, textColumn } from '../base/index.ts';
import { analysisOf, analysisQuery, Rango, rankingFields, rankingParameters } from './analisis/filters.ts';
import { productColumns } from './analisis/figures.ts';

const declared = { method: 'GET', tag: 'clases', problems: ['NO_EXCHANGE_RATE'] } as const;

const classColumns = {
  abc: textColumn(Type.Enum(['A', 'B', 'C'])),
  xyz: textColumn(
    Type.Unsafe<'X' | 'Y' | 'Z' | null>({
      type: ['string', 'null'],
      enum: ['X', 'Y', 'Z', null],
      description:
        'X: coeficiente de variación menor que 0,5; Y: menor que 1; Z: los demás; null: vendido en menos de 2 de las semanas, o devuelto tanto como vendido.',
    }),
  ),
};

const classParameters = {
  semanas: Type.Optional(
    Type.Integer({
      minimum: 2,
      maximum: 104,
      default: 12,
      description: 'La clase XYZ sale de las últimas tantas semanas enteras que terminan en fecha_fin o antes.',
    }),
  ),
};

/** The days that the XYZ classes are of. */
const weeksRange = { rango_semanas: Rango };

export const ClasesProducto = tableOf({
  ranking: integerColumn({ minimum: 1, description: '1 es el producto que más vendió.' }),
  ...productColumns,
  ...classColumns,
  unidades: decimalColumn(6),
  valor: decimalColumn(6),
  acumulado: decimalColumn(6, 'El valor de este producto y de los anteriores.'),
  total: decimalColumn(6, 'El valor de todos los productos que vendieron por más de cero.'),
  porcentaje: orNull(decimalColumn(4, 'valor en % de total')),
  porcentaje_acumulado: orNull(
    decimalColumn(
      4,
      'acumulado en % de total. A: los productos hasta el que pasa de 80; B: hasta el que pasa de 95; C: los demás.',
    ),
  ),
  semanas: orNull(integerColumn({ description: 'null, como lo que sigue: no se vendió en esas semanas.' })),
  semanas_con_venta: orNull(integerColumn()),
  suma: orNull(decimalColumn(6, 'Las unidades de todas las semanas.')),
  suma_cuadrados: orNull(decimalColumn(12, 'Los cuadrados de las unidades de cada semana, sumados.')),
  media_semanal: orNull(decimalColumn(4, 'suma / semanas')),
  desviacion: orNull(decimalColumn(4, 'Desviación estándar (poblacional) de las unidades semanales.')),
  coeficiente_variacion: orNull(decimalColumn(4, 'desviacion / media_semanal')),
});

export const clasificarProductos = endpoint({
  ...declared,
  id: 'clasificarProductos',
  path: '/productos/abc-xyz',
  summary:
    'Productos vendidos, con su clase ABC (cuánto venden) y XYZ (con qué regularidad) y sus cuentas; el que más vende primero',
  query: analysisQuery({
    ...classParameters,
    abc: Type.Optional(Type.Enum(['A', 'B', 'C'])),
    mostrar_producto_id: Type.Optional(
      Type.Array(Identificador, {
        minItems: 1,
        maxItems: 500,
        description: 'Solo las filas de estos productos, con su puesto y sus clases entre todos; puede repetirse.',
      }),
    ),
    xyz: Type.Optional(Type.Enum(['X', 'Y', 'Z', 'ninguna'], { description: 'ninguna: los que no tienen clase XYZ.' })),
    ...rankingParameters,
  }),
  answers: { 200: analysisOf(ClasesProducto, { ...weeksRange, ...rankingFields }) },
  table: ClasesProducto,
});

export const MatrizAbcXyz = tableOf({
  ...classColumns,
  productos: integerColumn({ minimum: 0 }),
  productos_porcentaje: orNull(decimalColumn(2, 'productos en % de todos')),
  unidades: decimalColumn(6),
  valor: decimalColumn(6),
  valor_porcentaje: orNull(decimalColumn(2, 'valor en % de total')),
  total: decimalColumn(6, 'El valor de todas las celdas.'),
});

export const verMatrizAbcXyz = endpoint({
  ...declared,
  id: 'verMatrizAbcXyz',
  path: '/productos/abc-xyz/matriz',
  summary: 'Cuántos productos y cuánta venta hay en cada combinación de ABC y XYZ; siempre las doce',
  query: analysisQuery(classParameters),
  answers: { 200: analysisOf(MatrizAbcXyz, weeksRange) },
  table: MatrizAbcXyz,
});

/** By operationId. */
export const clasesEndpoints = { clasificarProductos, verMatrizAbcXyz } as const;
