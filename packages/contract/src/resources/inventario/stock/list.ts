import { Type } from 'typebox';
import {
  dateColumn,
  decimalColumn,
  endpoint,
  formatParameter,
  Identificador,
  instantColumn,
  integerColumn,
  orNull,
  pageOf,
  pageParameters,
  tableOf,
  textColumn,
  type RowOf,
} from '../../../base/index.ts';
import { ubicacionParameter } from '../../ubicaciones.ts';
import { categoryParameter, searchParameter } from '../filters.ts';

/** The first that applies: no stock row; at or below the minimum; the reorder point; at or above the maximum; neither. */
export const stockStates = ['SIN_STOCK', 'CRITICO', 'BAJO', 'EXCESO', 'NORMAL'] as const;

const EstadoStock = Type.Enum(stockStates, {
  description:
    'El primero que se cumple: SIN_STOCK (sin existencia registrada), CRITICO (hasta el mínimo), BAJO (hasta el punto de reorden), EXCESO (desde el máximo), NORMAL.',
});

/** Active products configured in active stores, with their stock. A negative `cantidad` means that the records are wrong. */
export const Existencias = tableOf({
  ubicacion_id: textColumn(Identificador),
  ubicacion: textColumn(),
  producto_id: textColumn(Identificador),
  codigo: textColumn(),
  descripcion: textColumn(),
  categoria: textColumn(),
  subcategoria: orNull(textColumn()),
  marca: orNull(textColumn()),
  unidad_medida: orNull(textColumn()),
  unidades_por_bulto: orNull(decimalColumn(4)),
  estado: textColumn(EstadoStock),
  cantidad: decimalColumn(4),
  cantidad_reservada: orNull(decimalColumn(4)),
  cantidad_disponible: orNull(decimalColumn(4)),
  valor_inventario: orNull(decimalColumn(2)),
  costo_promedio: orNull(decimalColumn(4)),
  precio_venta: orNull(decimalColumn(4)),
  stock_minimo: decimalColumn(4),
  punto_reorden: orNull(decimalColumn(4)),
  stock_maximo: decimalColumn(4),
  demanda_diaria_promedio: orNull(decimalColumn(4)),
  dias_sin_movimiento: orNull(integerColumn()),
  ultima_entrada: orNull(instantColumn()),
  ultima_salida: orNull(instantColumn()),
  ultima_venta: orNull(instantColumn()),
  ultima_actualizacion: orNull(instantColumn('El momento del que es la cantidad.')),
  fecha_proximo_vencimiento: orNull(dateColumn()),
  abc_classification: orNull(textColumn()),
  xyz_classification: orNull(textColumn()),
});
export type Existencia = RowOf<typeof Existencias>;

export const listarStock = endpoint({
  id: 'listarStock',
  method: 'GET',
  path: '/stock',
  summary: 'Existencias por tienda y código de producto, con su estado',
  tag: 'inventario',
  query: Type.Object(
    {
      ...ubicacionParameter,
      ...categoryParameter,
      ...searchParameter,
      estado: Type.Optional(
        Type.Array(EstadoStock, { minItems: 1, maxItems: 5, description: 'Estado; puede repetirse.' }),
      ),
      negativos: Type.Optional(
        Type.Enum(['si', 'no'], { description: '`si`: solo con existencia menor que cero; `no`: solo las demás.' }),
      ),
      ...pageParameters,
      ...formatParameter,
    },
    { additionalProperties: false },
  ),
  answers: { 200: pageOf(Existencias.row) },
  table: Existencias,
});
