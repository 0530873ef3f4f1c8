import { Type, type Static } from 'typebox';
import {
  booleanColumn,
  endpoint,
  formatParameter,
  Identificador,
  orNull,
  tableOf,
  textColumn,
  Texto,
} from '../base/index.ts';

/** Stores and distribution centres. */
export const Ubicaciones = tableOf({
  id: textColumn(Identificador),
  codigo: textColumn(),
  nombre: textColumn(),
  tipo: textColumn(Type.Enum(['tienda', 'cedi'])),
  region: orNull(textColumn()),
  ciudad: orNull(textColumn()),
  zona_horaria: textColumn(Type.String({ ...Texto, description: 'Nombre IANA, p. ej. America/Caracas.' })),
  activo: booleanColumn(),
});

/** GET /ubicaciones : those the caller may see, by codigo. */
export const UbicacionesResponse = Type.Object({ datos: Type.Array(Ubicaciones.row) });
export type UbicacionesResponse = Static<typeof UbicacionesResponse>;

export const listarUbicaciones = endpoint({
  id: 'listarUbicaciones',
  method: 'GET',
  path: '/ubicaciones',
  summary: 'Tiendas y centros de distribución que usted puede consultar',
  tag: 'ubicaciones',
  query: Type.Object({ ...formatParameter }, { additionalProperties: false }),
  answers: { 200: UbicacionesResponse },
  table: Ubicaciones,
});

/** The filter by store that every analytic endpoint takes: `ubicacion_id`, once or repeated. Left out: all that the caller may see. */
export const ubicacionParameter = {
  ubicacion_id: Type.Optional(
    Type.Array(Identificador, { minItems: 1, maxItems: 500, description: 'Tienda; puede repetirse.' }),
  ),
};
