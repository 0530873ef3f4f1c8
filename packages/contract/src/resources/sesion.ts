import { Type, type Static } from 'typebox';
import { endpoint, Identificador, Instante, nullable, patrones, Texto } from '../base/index.ts';
import { roles } from './roles.ts';

export const Rol = Type.Enum(roles);
export type Rol = Static<typeof Rol>;

export const Usuario = Type.Object({ id: Texto, nombre: Texto, correo: Texto, rol: Rol });
export type Usuario = Static<typeof Usuario>;

export const Correo = Type.String({
  minLength: 3,
  maxLength: 200,
  pattern: patrones.correo,
  description: 'Correo; las mayúsculas no cuentan.',
});
/** A password as it is tried. What a new one must be is told when it is set. */
const Clave = Type.String({ minLength: 1, maxLength: 512, pattern: patrones.sinNulo });
const ClaveNueva = Type.String({
  minLength: 1,
  maxLength: 512,
  pattern: patrones.sinNulo,
  description:
    'De 12 a 128 caracteres; cuenta el largo, no la variedad. Se rechazan las muy comunes y el propio correo.',
});
const Codigo = Type.String({
  minLength: 1,
  maxLength: 50,
  pattern: patrones.sinNulo,
  description: 'Los seis dígitos de la aplicación, o un código de recuperación. Cada uno vale una vez.',
});
const Secreto = Type.String({ minLength: 1, maxLength: 200, pattern: patrones.sinNulo });
const strict = { additionalProperties: false } as const;
const SinContenido = Type.Null({ description: 'Sin contenido.' });
/** The path of something with an id. */
export const idParams = Type.Object({ id: Identificador }, strict);

/** Either `correo` and `clave`, with `codigo` where there is a second factor, or `token`. */
export const SesionRequest = Type.Object(
  {
    correo: Type.Optional(Correo),
    clave: Type.Optional(Clave),
    codigo: Type.Optional(Codigo),
    token: Type.Optional(Secreto),
  },
  strict,
);
export type SesionRequest = Static<typeof SesionRequest>;

export const abrirSesion = endpoint({
  id: 'abrirSesion',
  method: 'POST',
  path: '/sesion',
  summary: 'Inicia sesión en un navegador, con correo y clave o con una clave de API',
  description:
    'Con `correo` y `clave`; `codigo` si la respuesta es SECOND_FACTOR_REQUIRED. O solo con `token`, una clave de API. La sesión es una cookie que ningún script lee.',
  tag: 'sesión',
  problems: ['UNAUTHENTICATED', 'SECOND_FACTOR_REQUIRED', 'SECOND_FACTOR_UNREADABLE', 'TOO_MANY_ATTEMPTS'],
  body: SesionRequest,
  answers: { 204: SinContenido },
});

export const usarEnlace = endpoint({
  id: 'usarEnlace',
  method: 'POST',
  path: '/sesion/enlace',
  summary: 'Fija la clave con un enlace de un solo uso, e inicia sesión',
  tag: 'sesión',
  problems: ['UNAUTHENTICATED', 'SECOND_FACTOR_REQUIRED', 'SECOND_FACTOR_UNREADABLE', 'TOO_MANY_ATTEMPTS'],
  body: Type.Object({ enlace: Secreto, clave: ClaveNueva, codigo: Type.Optional(Codigo) }, strict),
  answers: { 204: SinContenido },
});

/** `pendiente`: an administrator who has not confirmed one. */
export const SegundoFactor = Type.Enum(['activo', 'pendiente', 'no'], {
  description: 'pendiente: es administrador y aún no lo ha confirmado.',
});

/** GET /sesion : who is signed in. */
export const SesionResponse = Type.Object({
  usuario: Usuario,
  segundo_factor: SegundoFactor,
  en_persona: Type.Boolean({ description: 'Si entró con su clave o con un enlace, y no con una clave de API.' }),
});
export type SesionResponse = Static<typeof SesionResponse>;

export const verSesion = endpoint({
  id: 'verSesion',
  method: 'GET',
  path: '/sesion',
  summary: 'Quién ha iniciado sesión, y con qué rol',
  tag: 'sesión',
  answers: { 200: SesionResponse },
});

export const cerrarSesion = endpoint({
  id: 'cerrarSesion',
  method: 'DELETE',
  path: '/sesion',
  summary: 'Cierra la sesión',
  tag: 'sesión',
  answers: { 204: SinContenido },
});

export const cambiarClave = endpoint({
  id: 'cambiarClave',
  method: 'PUT',
  path: '/sesion/clave',
  summary: 'Cambia la clave propia; las demás sesiones terminan',
  tag: 'sesión',
  problems: ['TOO_MANY_ATTEMPTS'],
  body: Type.Object({ actual: Clave, nueva: ClaveNueva }, strict),
  answers: { 204: SinContenido },
});

/** What a person who is signed in proves anew before their second factor changes. */
const proven = {
  problems: ['SECOND_FACTOR_REQUIRED', 'SECOND_FACTOR_UNREADABLE', 'TOO_MANY_ATTEMPTS'],
  body: Type.Object({ clave: Clave, codigo: Type.Optional(Codigo) }, strict),
} as const;

export const activarSegundoFactor = endpoint({
  id: 'activarSegundoFactor',
  method: 'POST',
  path: '/sesion/segundo-factor',
  summary: 'Da el secreto de un segundo factor nuevo, que falta confirmar',
  description: 'Sustituye al anterior en cuanto se confirma. El `codigo` del anterior se pide si lo hay.',
  tag: 'sesión',
  ...proven,
  answers: {
    200: Type.Object({
      secreto: Type.String({ description: 'Base32, para escribirlo a mano.' }),
      uri: Type.String({ description: 'otpauth://, para un código QR.' }),
    }),
  },
});

export const confirmarSegundoFactor = endpoint({
  id: 'confirmarSegundoFactor',
  method: 'POST',
  path: '/sesion/segundo-factor/confirmar',
  summary: 'Confirma el segundo factor con un código; desde entonces se pide',
  tag: 'sesión',
  problems: ['SECOND_FACTOR_UNREADABLE'],
  body: Type.Object({ codigo: Codigo }, strict),
  answers: {
    200: Type.Object({
      codigos_recuperacion: Type.Array(Texto, { description: 'Cada uno vale una vez; no se muestran de nuevo.' }),
    }),
  },
});

export const quitarSegundoFactorPropio = endpoint({
  id: 'quitarSegundoFactorPropio',
  method: 'POST',
  path: '/sesion/segundo-factor/quitar',
  summary: 'Quita el segundo factor propio; desde entonces basta la clave',
  description: 'Con el `codigo`, si lo hay. Quien administra no puede: puede sustituirlo por otro.',
  tag: 'sesión',
  ...proven,
  answers: { 204: SinContenido },
});

export const SesionAbierta = Type.Object({
  id: Texto,
  creada: Instante,
  ultimo_uso: nullable(Instante),
  expira: nullable(Instante),
  direccion: nullable(Texto),
  agente: nullable(Texto),
  actual: Type.Boolean({ description: 'Si es la de esta petición.' }),
});

export const listarSesiones = endpoint({
  id: 'listarSesiones',
  method: 'GET',
  path: '/sesiones',
  summary: 'Las sesiones abiertas propias',
  tag: 'sesión',
  answers: { 200: Type.Object({ datos: Type.Array(SesionAbierta) }) },
});

export const terminarSesion = endpoint({
  id: 'terminarSesion',
  method: 'DELETE',
  path: '/sesiones/:id',
  summary: 'Termina una sesión propia',
  tag: 'sesión',
  params: idParams,
  answers: { 204: SinContenido },
});

/** By operationId. */
export const sesionEndpoints = {
  abrirSesion,
  usarEnlace,
  verSesion,
  cerrarSesion,
  cambiarClave,
  activarSegundoFactor,
  confirmarSegundoFactor,
  quitarSegundoFactorPropio,
  listarSesiones,
  terminarSesion,
} as const;
