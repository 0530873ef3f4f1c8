import { Type, type Static } from 'typebox';
import { endpoint, Identificador, Instante, nullable, pageOf, pageParameters, patrones, Texto } from '../base/index.ts';
import { administracionEndpoints } from './administracion.ts';
import { roles } from './roles.ts';
import { Correo, idParams, Rol, SegundoFactor, sesionEndpoints } from './sesion.ts';
import { vistasEndpoints } from './vistas.ts';

const strict = { additionalProperties: false } as const;
const SinContenido = Type.Null({ description: 'Sin contenido.' });
const Nombre = Type.String({ minLength: 1, maxLength: 100, pattern: patrones.sinNulo });
const Ubicaciones = Type.Array(Identificador, { maxItems: 500 });

/** Somebody who may sign in. */
export const Persona = Type.Object({
  id: Texto,
  correo: Texto,
  nombre: Texto,
  rol: Rol,
  activo: Type.Boolean(),
  ubicaciones: Type.Array(Texto, { description: 'Tiendas asignadas; desde gerente_general se ven todas.' }),
  con_clave: Type.Boolean({ description: 'Si ya fijó su clave.' }),
  segundo_factor: SegundoFactor,
  ultimo_ingreso: nullable(Instante),
});
export type Persona = Static<typeof Persona>;

export const listarUsuarios = endpoint({
  id: 'listarUsuarios',
  method: 'GET',
  path: '/usuarios',
  summary: 'Las personas que pueden entrar, por orden de correo',
  tag: 'cuentas',
  query: Type.Object(pageParameters, strict),
  answers: { 200: pageOf(Persona) },
});

export const crearUsuario = endpoint({
  id: 'crearUsuario',
  method: 'POST',
  path: '/usuarios',
  summary: 'Da de alta a una persona; entra con un enlace de un solo uso',
  tag: 'cuentas',
  body: Type.Object({ correo: Correo, nombre: Nombre, rol: Rol, ubicaciones: Type.Optional(Ubicaciones) }, strict),
  answers: { 201: Persona },
});

export const cambiarUsuario = endpoint({
  id: 'cambiarUsuario',
  method: 'PATCH',
  path: '/usuarios/:id',
  summary: 'Cambia nombre, rol, tiendas o si la persona está activa; vale desde su siguiente petición',
  description:
    'Nadie cambia su propio rol, tiendas ni actividad. De quien se desactiva terminan sesiones, claves de API y enlace.',
  tag: 'cuentas',
  problems: ['LAST_ADMINISTRATOR'],
  params: idParams,
  body: Type.Object(
    {
      nombre: Type.Optional(Nombre),
      rol: Type.Optional(Rol),
      ubicaciones: Type.Optional(Ubicaciones),
      activo: Type.Optional(Type.Boolean()),
    },
    strict,
  ),
  answers: { 200: Persona },
});

export const crearEnlace = endpoint({
  id: 'crearEnlace',
  method: 'POST',
  path: '/usuarios/:id/enlace',
  summary: 'Crea un enlace de un solo uso con el que una persona fija su clave; el anterior deja de valer',
  description: 'En una sesión abierta con correo y clave; una clave de API no deja entrar a nadie.',
  tag: 'cuentas',
  params: idParams,
  answers: {
    201: Type.Object({
      enlace: Type.String({ description: 'Va detrás de /app/#enlace= ; no se muestra de nuevo.' }),
      caduca: Instante,
    }),
  },
});

export const quitarSegundoFactor = endpoint({
  id: 'quitarSegundoFactor',
  method: 'DELETE',
  path: '/usuarios/:id/segundo-factor',
  summary: 'Quita el segundo factor a quien lo perdió',
  description: 'En una sesión abierta con correo y clave, no con una clave de API.',
  tag: 'cuentas',
  params: idParams,
  answers: { 204: SinContenido },
});

/** An API key, without its secret. */
export const ClaveApi = Type.Object({
  id: Texto,
  usuario_id: Texto,
  nombre: Texto,
  prefijo: Type.String({ description: 'Los primeros caracteres, para reconocerla.' }),
  rol: Type.Unsafe<Rol | null>({
    type: ['string', 'null'],
    enum: [...roles, null],
    description: 'Lo más que puede; null: como su persona.',
  }),
  ubicaciones: Type.Unsafe<string[] | null>({ type: ['array', 'null'], items: Texto }),
  creado: Instante,
  expira: nullable(Instante),
  revocado: nullable(Instante),
  ultimo_uso: nullable(Instante),
});
export type ClaveApi = Static<typeof ClaveApi>;

export const listarClaves = endpoint({
  id: 'listarClaves',
  method: 'GET',
  path: '/claves',
  summary: 'Las claves de API propias, o las de otra persona o de todas para el administrador',
  tag: 'cuentas',
  problems: ['FORBIDDEN'],
  query: Type.Object(
    {
      usuario_id: Type.Optional(Identificador),
      de: Type.Optional(Type.Enum(['persona', 'todas'], { description: 'todas: las de todas las personas.' })),
    },
    strict,
  ),
  answers: { 200: Type.Object({ datos: Type.Array(ClaveApi) }) },
});

export const crearClave = endpoint({
  id: 'crearClave',
  method: 'POST',
  path: '/claves',
  summary: 'Crea una clave de API propia, con a lo sumo los permisos propios',
  description: 'Con `ubicaciones` la clave ve solo esas tiendas, y puede a lo sumo lo que gestor_abastecimiento.',
  tag: 'cuentas',
  body: Type.Object(
    {
      nombre: Nombre,
      dias: Type.Integer({ minimum: 1, maximum: 3650, description: 'Días hasta que caduca.' }),
      rol: Type.Optional(Rol),
      ubicaciones: Type.Optional(Type.Array(Identificador, { minItems: 1, maxItems: 500 })),
    },
    strict,
  ),
  answers: {
    201: Type.Object({
      id: Texto,
      clave: Type.String({ description: 'No se muestra de nuevo.' }),
      expira: Instante,
    }),
  },
});

export const revocarClave = endpoint({
  id: 'revocarClave',
  method: 'DELETE',
  path: '/claves/:id',
  summary: 'Revoca una clave de API propia, o la de cualquiera para el administrador; sus sesiones terminan',
  tag: 'cuentas',
  params: idParams,
  answers: { 204: SinContenido },
});

/** By operationId. */
export const cuentasEndpoints = {
  ...sesionEndpoints,
  ...administracionEndpoints,
  listarUsuarios,
  crearUsuario,
  cambiarUsuario,
  crearEnlace,
  quitarSegundoFactor,
  listarClaves,
  crearClave,
  revocarClave,
  ...vistasEndpoints,
} as const;
