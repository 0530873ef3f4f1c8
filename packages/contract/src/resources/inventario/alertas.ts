import { Type } from 'typebox';
import {
  dateColumn,
  decimalColumn,
  endpoint,
  formatParameter,
  freshnessParameters,
  Identificador,
  integerColumn,
  orNull,
  pageOf,
  pageParameters,
  tableOf,
  textColumn,
} from '../../base/index.ts';
import { ubicacionParameter } from '../ubicaciones.ts';
import { categoryParameter, searchParameter } from './filters.ts';

const Prioridad = Type.Enum(['CRITICA', 'ALTA', 'MEDIA', 'BAJA']);
const TipoAlerta = Type.Enum(['Stock crítico', 'Próximo a vencer', 'Sin movimiento', 'Sobrestock']);

/** What calls for somebody's attention: a row for each alert of a product in a store. */
export const Alertas = tableOf({
  ubicacion_id: textColumn(Identificador),
  ubicacion: textColumn(),
  producto_id: textColumn(Identificador),
  codigo: textColumn(),
  descripcion: textColumn(),
  categoria: textColumn(),
  prioridad: textColumn(Prioridad),
  tipo_alerta: textColumn(TipoAlerta),
  nivel: integerColumn({ minimum: 1, description: '1 es lo más urgente.' }),
  cantidad: decimalColumn(4),
  stock_minimo: decimalColumn(4),
  punto_reorden: orNull(decimalColumn(4)),
  stock_maximo: decimalColumn(4),
  dias_sin_movimiento: orNull(integerColumn()),
  fecha_proximo_vencimiento: orNull(dateColumn()),
  dias_para_vencer: orNull(integerColumn({ description: 'Negativo si ya venció.' })),
});

const alertFilters = {
  ...ubicacionParameter,
  ...categoryParameter,
  ...searchParameter,
  prioridad: Type.Optional(Type.Array(Prioridad, { minItems: 1, maxItems: 4, description: 'Puede repetirse.' })),
  tipo: Type.Optional(Type.Array(TipoAlerta, { minItems: 1, maxItems: 4, description: 'Puede repetirse.' })),
  ...freshnessParameters,
};

export const listarAlertas = endpoint({
  id: 'listarAlertas',
  method: 'GET',
  path: '/alertas',
  summary: 'Alertas de inventario; las más urgentes primero, por tienda y código',
  tag: 'inventario',
  query: Type.Object({ ...alertFilters, ...pageParameters, ...formatParameter }, { additionalProperties: false }),
  answers: { 200: pageOf(Alertas.row) },
  table: Alertas,
});

/** How many alerts of each kind a store has. */
export const ResumenAlertas = tableOf({
  ubicacion_id: textColumn(Identificador),
  ubicacion: textColumn(),
  prioridad: textColumn(Prioridad),
  tipo_alerta: textColumn(TipoAlerta),
  alertas: integerColumn({ minimum: 1 }),
});

export const resumirAlertas = endpoint({
  id: 'resumirAlertas',
  method: 'GET',
  path: '/alertas/resumen',
  summary: 'Cuántas alertas de cada tipo tiene cada tienda',
  tag: 'inventario',
  query: Type.Object({ ...alertFilters, ...formatParameter }, { additionalProperties: false }),
  answers: { 200: Type.Object({ datos: Type.Array(ResumenAlertas.row) }) },
  table: ResumenAlertas,
});
