import { Type, type Static } from 'typebox';
import {
  Conteo,
  Decimal,
  endpoint,
  Fecha,
  freshnessParameters,
  Identificador,
  Instante,
  nullable,
  Texto,
} from '../../base/index.ts';
import { Productos } from '../productos.ts';
import { Movimientos } from './movimientos.ts';
import { Existencias } from './stock/index.ts';

const Clasificacion = Type.Object({
  ubicacion_id: Identificador,
  fecha_calculo: Fecha,
  clasificacion_abc_valor: nullable(Texto),
  clasificacion_xyz: nullable(Texto),
  matriz: nullable(Texto),
  ranking_valor: nullable(Conteo),
  valor_consumo_total: nullable(Decimal),
  porcentaje_valor: nullable(Decimal),
  porcentaje_acumulado: nullable(Decimal),
  coeficiente_variacion: nullable(Decimal),
  demanda_promedio_semanal: nullable(Decimal),
});

const Proveedor = Type.Object({
  proveedor_id: Identificador,
  codigo: Texto,
  nombre: Texto,
  precio_compra: Decimal,
  precio_anterior: nullable(Decimal),
  moneda: nullable(Texto),
  cantidad_minima: nullable(Decimal),
  multiple_compra: nullable(Decimal),
  lead_time_dias: nullable(Type.Integer()),
  es_proveedor_principal: Type.Boolean(),
  orden_preferencia: nullable(Type.Integer()),
  activo: Type.Boolean(),
});

const Sustituto = Type.Object({
  producto_id: Identificador,
  codigo: Texto,
  descripcion: Texto,
  es_lider_conjunto: Type.Boolean(),
  activo: Type.Boolean(),
  cantidad: nullable(Type.String({ ...Decimal, description: 'En las tiendas que usted puede consultar.' })),
});

const SemanaVendida = Type.Object({
  semana: Type.String({ ...Fecha, description: 'El lunes con el que empieza.' }),
  unidades: Decimal,
  venta_total: Decimal,
  margen: Decimal,
});

/** A product and what is known of it, in the stores that the caller may see. */
export const HistoriaProducto = Type.Object({
  producto: Type.Object({
    ...Productos.row.properties,
    descripcion_corta: nullable(Texto),
    grupo: nullable(Texto),
    subgrupo: nullable(Texto),
    linea: nullable(Texto),
    fabricante: nullable(Texto),
    modelo: nullable(Texto),
    peso_unidad: nullable(Type.String({ ...Decimal, description: 'En gramos.' })),
    volumen_unidad: nullable(Type.String({ ...Decimal, description: 'En mililitros.' })),
    costo_promedio: nullable(Decimal),
    margen_sugerido: nullable(Decimal),
    dias_vencimiento: nullable(Type.Integer()),
    es_perecedero: Type.Boolean(),
    requiere_refrigeracion: Type.Boolean(),
    abc_classification: nullable(Texto),
    xyz_classification: nullable(Texto),
    conjunto_sustituible: nullable(Texto),
    discontinuado: Type.Boolean(),
    fecha_discontinuacion: nullable(Fecha),
    es_provisional: Type.Boolean(),
    creado: nullable(Instante),
    modificado: nullable(Instante),
  }),
  existencias: Type.Array(Existencias.row, { description: 'Donde está configurado y activo.' }),
  clasificaciones: Type.Array(Clasificacion, { description: 'La última calculada de cada tienda.' }),
  proveedores: Type.Array(Proveedor, { description: 'El principal primero.' }),
  sustitutos: Type.Array(Sustituto, { description: 'Del mismo conjunto, hasta 50.' }),
  semanas: Type.Array(SemanaVendida, { description: 'Las 12 últimas semanas con ventas de alguna tienda.' }),
  movimientos: Type.Array(Movimientos.row, {
    description: 'Los 20 últimos de los 90 días hasta el último movimiento.',
  }),
});
export type HistoriaProducto = Static<typeof HistoriaProducto>;

export const verProducto = endpoint({
  id: 'verProducto',
  method: 'GET',
  path: '/productos/:id',
  summary: 'Un producto con su historia: existencias, clases, proveedores, sustitutos, ventas y movimientos',
  tag: 'productos',
  params: Type.Object({ id: Identificador }),
  query: Type.Object({ ...freshnessParameters }, { additionalProperties: false }),
  answers: { 200: HistoriaProducto },
});
