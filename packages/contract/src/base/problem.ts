import { Type, type Static } from 'typebox';
import { Texto } from './primitives.ts';

interface ProblemEntry {
  readonly status: number;
  /** What happened, for a person. The same for every occurrence of the code. */
  readonly title: string;
}

/**
 * The closed table of everything that the API answers instead of a result, as `application/problem+json` (RFC 9457).
 * Codes are stable; titles may be reworded.
 */
export const problemTable = {
  INVALID_REQUEST: { status: 400, title: 'La petición no es válida' },
  UNAUTHENTICATED: { status: 401, title: 'Hace falta iniciar sesión' },
  SECOND_FACTOR_REQUIRED: { status: 401, title: 'Hace falta el código del segundo factor' },
  FORBIDDEN: { status: 403, title: 'Su rol no lo permite' },
  CROSS_ORIGIN: { status: 403, title: 'La petición viene de otro sitio web' },
  NOT_FOUND: { status: 404, title: 'No existe' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'El recurso no admite este método' },
  NOT_ACCEPTABLE: { status: 406, title: 'No hay respuesta en el formato pedido' },
  ORDER_STATE: { status: 409, title: 'El estado del pedido no lo permite' },
  LAST_ADMINISTRATOR: { status: 409, title: 'Es el último administrador activo' },
  TOO_MANY_VIEWS: { status: 409, title: 'Ya guardó tantas vistas como se pueden guardar' },
  PRECONDITION_FAILED: { status: 412, title: 'Otra persona lo cambió mientras tanto' },
  BODY_TOO_LARGE: { status: 413, title: 'El cuerpo de la petición es demasiado grande' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'El cuerpo de la petición debe ser JSON' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'La clave de idempotencia es de otra petición' },
  NO_EXCHANGE_RATE: { status: 422, title: 'Falta la tasa de cambio de algún día' },
  SQL_REFUSED: { status: 422, title: 'La consulta SQL no se puede ejecutar' },
  PRECONDITION_REQUIRED: { status: 428, title: 'Falta If-Match' },
  TOO_MANY_ATTEMPTS: { status: 429, title: 'Demasiados intentos de inicio de sesión' },
  TOO_MANY_EXPORTS: { status: 429, title: 'Hay demasiadas exportaciones a la vez' },
  TOO_MANY_REQUESTS: { status: 429, title: 'Demasiadas peticiones' },
  INTERNAL: { status: 500, title: 'Error interno' },
  DATABASE_UNAVAILABLE: { status: 503, title: 'La base de datos no responde' },
  MIRROR_BUSY: { status: 503, title: 'Hay demasiadas consultas a la vez' },
  MIRROR_UNAVAILABLE: { status: 503, title: 'La copia para análisis aún no está' },
  OUTCOME_UNKNOWN: { status: 503, title: 'No se sabe si se hizo' },
  SECOND_FACTOR_UNREADABLE: { status: 503, title: 'El segundo factor no se puede comprobar' },
  SCHEDULE_UNAVAILABLE: { status: 503, title: 'La cola de cargas no está disponible' },
  QUERY_TIMEOUT: { status: 504, title: 'La consulta tardó demasiado' },
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof problemTable;

/** One field of a request that is wrong: its name as the caller wrote it, and what is wrong with it. */
export const ProblemField = Type.Object({ campo: Texto, mensaje: Texto });
export type ProblemField = Static<typeof ProblemField>;

/** The body of every answer that is an error. */
export const Problem = Type.Object({
  type: Type.String({ description: '`urn:fluxion:problem:` y el código.' }),
  title: Texto,
  status: Type.Integer(),
  detail: Type.Optional(Texto),
  codigo: Type.Unsafe<ProblemCode>({ type: 'string', enum: Object.keys(problemTable) }),
  campos: Type.Optional(Type.Array(ProblemField)),
  id_solicitud: Type.String({ description: 'Identifica la petición en los registros del servidor.' }),
});
export type Problem = Static<typeof Problem>;
