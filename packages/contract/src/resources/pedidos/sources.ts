import { Type } from 'typebox';
import {
  booleanColumn,
  decimalColumn,
  endpoint,
  formatParameter,
  Identificador,
  orNull,
  rowsFormatParameter,
  tableOf,
  textColumn,
} from '../../base/index.ts';

const tag = 'pedidos';
const closed = { additionalProperties: false };

/** Who may be asked for goods. */
export const OrigenesPedido = tableOf({
  tipo: textColumn(Type.Enum(['cedi', 'tienda', 'proveedor'])),
  id: textColumn(Identificador),
  codigo: textColumn(),
  nombre: textColumn(),
});

export const listarOrigenesPedido = endpoint({
  id: 'listarOrigenesPedido',
  method: 'GET',
  path: '/pedidos/origenes',
  summary: 'A quién se puede pedir: centros, las tiendas que usted ve y proveedores activos',
  tag,
  query: Type.Object(formatParameter, closed),
  answers: { 200: Type.Object({ datos: Type.Array(OrigenesPedido.row) }) },
  table: OrigenesPedido,
});

/** As many products are suggested for at once. */
export const sugerenciasALaVez = 100;

/** What a store would be suggested of products now, with the arithmetic that a line written now would keep. */
export const SugerenciasPedido = tableOf({
  producto_id: textColumn(Identificador),
  codigo: textColumn(),
  descripcion: textColumn(),
  unidad_medida: orNull(textColumn()),
  unidades_por_bulto: decimalColumn(4),
  stock_maximo: orNull(decimalColumn(4, 'Lo más que la tienda ha de tener; nulo si nadie lo ha dicho.')),
  existencia: orNull(decimalColumn(4, 'Lo que la tienda tiene libre.')),
  en_camino: decimalColumn(4, 'Lo que la tienda ya pidió y espera.'),
  necesidad: orNull(decimalColumn(4)),
  cantidad_maxima: orNull(decimalColumn(4, 'Lo más de un pedido.')),
  cantidad_sugerida: orNull(decimalColumn(4, 'La necesidad en bultos enteros; nula sin stock_maximo.')),
  costo_unitario: orNull(decimalColumn(4)),
  activo: booleanColumn(),
});

export const sugerirPedido = endpoint({
  id: 'sugerirPedido',
  method: 'GET',
  path: '/pedidos/sugerencias',
  summary: 'Lo que se sugiere pedir de unos productos para una tienda, con sus cuentas; no escribe nada',
  description: 'En el orden de los códigos. Los productos que no existen no vienen.',
  tag,
  query: Type.Object(
    {
      ubicacion_id: Identificador,
      producto_id: Type.Array(Identificador, {
        minItems: 1,
        maxItems: sugerenciasALaVez,
        description: 'Producto; puede repetirse.',
      }),
      ...rowsFormatParameter,
    },
    closed,
  ),
  answers: { 200: Type.Object({ datos: Type.Array(SugerenciasPedido.row) }) },
  table: SugerenciasPedido,
});
