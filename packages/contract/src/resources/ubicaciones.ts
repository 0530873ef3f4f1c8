import { Type, type Static } from 'typebox';
import { Identificador, nullable, Texto } from '../base/index.ts';

/** A store or a distribution centre. */
export const Ubicacion = Type.Object({
  id: Identificador,
  codigo: Texto,
  nombre: Texto,
  tipo: Type.Enum(['tienda', 'cedi']),
  region: nullable(Texto),
  ciudad: nullable(Texto),
  zona_horaria: Type.String({ description: 'Nombre IANA, p. ej. America/Caracas.' }),
  activo: Type.Boolean(),
});
export type Ubicacion = Static<typeof Ubicacion>;

/** GET /ubicaciones : those the caller may see, by codigo. */
export const UbicacionesResponse = Type.Object({ datos: Type.Array(Ubicacion) });
export type UbicacionesResponse = Static<typeof UbicacionesResponse>;

/** The filter by store that every analytic endpoint takes: `ubicacion_id`, once or repeated. Left out: all that the caller may see. */
export const ubicacionParameter = {
  ubicacion_id: Type.Optional(
    Type.Array(Identificador, { minItems: 1, maxItems: 500, description: 'Tienda; puede repetirse.' }),
  ),
};
