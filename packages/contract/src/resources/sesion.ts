import { Type, type Static } from 'typebox';
import { Texto } from '../base/index.ts';

/** Roles from the least to the most; the first three see only the stores assigned to them. */
export const roles = [
  'visualizador',
  'gerente_tienda',
  'gestor_abastecimiento',
  'gerente_general',
  'super_admin',
] as const;
export const Rol = Type.Enum(roles);
export type Rol = Static<typeof Rol>;

export const Usuario = Type.Object({ id: Texto, nombre: Texto, correo: Texto, rol: Rol });
export type Usuario = Static<typeof Usuario>;

/** POST /sesion : signs in with an API token; the answer is 204 and a cookie that no script can read. */
export const SesionRequest = Type.Object(
  { token: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);
export type SesionRequest = Static<typeof SesionRequest>;

/** GET /sesion : who is signed in. */
export const SesionResponse = Type.Object({ usuario: Usuario });
export type SesionResponse = Static<typeof SesionResponse>;
