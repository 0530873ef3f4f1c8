import { Type, type Static } from 'typebox';
import {
  endpoint,
  formatParameter,
  Identificador,
  instantColumn,
  nullable,
  orNull,
  pageOf,
  pageParameters,
  patrones,
  tableOf,
  textColumn,
} from '../base/index.ts';
import { idParams } from './sesion.ts';
import { Ubicaciones } from './ubicaciones.ts';

const strict = { additionalProperties: false } as const;

/** What the audit log tells of. */
export const accionesAuditadas = [
  'iniciar_sesion',
  'cerrar_sesion',
  'sesion_rechazada',
  'cambiar_clave',
  'segundo_factor',
  'enlace',
  'exportar',
  'consulta_sql',
  'pedido',
  'recuperar_cargas',
  'usuario',
  'ubicacion',
  'clave_api',
  'tasa',
] as const;

/** The audit log. `detalle` is JSON. */
export const Auditoria = tableOf({
  id: textColumn(Identificador),
  momento: instantColumn(),
  usuario_id: orNull(textColumn()),
  correo: orNull(textColumn()),
  token_id: orNull(textColumn()),
  accion: textColumn(Type.Enum(accionesAuditadas)),
  objeto: orNull(textColumn()),
  detalle: orNull(textColumn()),
  direccion: orNull(textColumn()),
  solicitud_id: orNull(textColumn()),
});

const Momento = Type.String({
  format: 'date-time',
  pattern: '^[12][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9](\\.[0-9]{1,6})?Z$',
  description: 'Instante en UTC: 2026-01-31T00:00:00Z.',
});

export const AuditoriaResponse = pageOf(Auditoria.row);
export type AuditoriaResponse = Static<typeof AuditoriaResponse>;

export const listarAuditoria = endpoint({
  id: 'listarAuditoria',
  method: 'GET',
  path: '/auditoria',
  summary: 'Registro de auditoría: qué se hizo, quién y desde dónde; lo último primero',
  tag: 'cuentas',
  query: Type.Object(
    {
      usuario_id: Type.Optional(Identificador),
      accion: Type.Optional(Type.Enum(accionesAuditadas)),
      desde: Type.Optional(Momento),
      hasta: Type.Optional(Momento),
      ...pageParameters,
      ...formatParameter,
    },
    strict,
  ),
  answers: { 200: AuditoriaResponse },
  table: Auditoria,
});

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: patrones.sinNulo });
const tienda = {
  codigo: text(10),
  nombre: text(100),
  tipo: Type.Enum(['tienda', 'cedi']),
  region: nullable(text(50)),
  ciudad: nullable(text(50)),
  zona_horaria: Type.String({ ...text(50), description: 'Nombre IANA, p. ej. America/Caracas.' }),
  activo: Type.Boolean(),
};

export const crearUbicacion = endpoint({
  id: 'crearUbicacion',
  method: 'POST',
  path: '/ubicaciones',
  summary: 'Añade una tienda o un centro de distribución',
  tag: 'ubicaciones',
  body: Type.Object(
    {
      ...tienda,
      id: Identificador,
      region: Type.Optional(tienda.region),
      ciudad: Type.Optional(tienda.ciudad),
      activo: Type.Optional(tienda.activo),
    },
    strict,
  ),
  answers: { 201: Ubicaciones.row },
});

export const cambiarUbicacion = endpoint({
  id: 'cambiarUbicacion',
  method: 'PATCH',
  path: '/ubicaciones/:id',
  summary: 'Cambia los datos de una tienda; si cambia la zona horaria, vale para las ventas futuras',
  tag: 'ubicaciones',
  params: idParams,
  body: Type.Partial(Type.Object(tienda), strict),
  answers: { 200: Ubicaciones.row },
});

/** By operationId. */
export const administracionEndpoints = { listarAuditoria, crearUbicacion, cambiarUbicacion } as const;
