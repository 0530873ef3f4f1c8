import { Type, type Static } from 'typebox';
import { endpoint, rowsFormatParameter, nullable, tableOf, Texto } from '../base/index.ts';

/** How many rows a statement gives at most. */
export const limitesConsulta = { filas: 10_000, maximo: 100_000, caracteres: 20_000 } as const;

export const ConsultaBody = Type.Object(
  {
    sql: Type.String({
      minLength: 1,
      maxLength: limitesConsulta.caracteres,
      description: 'Un SELECT en el dialecto de DuckDB, sobre las tablas de /consulta/tablas.',
    }),
    limite: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: limitesConsulta.maximo,
        default: limitesConsulta.filas,
        description: 'Cuántas filas como máximo.',
      }),
    ),
  },
  { additionalProperties: false },
);
export type ConsultaBody = Static<typeof ConsultaBody>;

const tipos = ['texto', 'entero', 'decimal', 'fecha', 'instante', 'logico'] as const;
export type TipoConsulta = (typeof tipos)[number];

/** A value: decimals, dates and instants are text. */
const Celda = Type.Unsafe<string | number | boolean | null>({ type: ['string', 'number', 'boolean', 'null'] });

export const ConsultaResponse = Type.Object({
  columnas: Type.Array(Type.Object({ nombre: Texto, tipo: Type.Enum(tipos) })),
  filas: Type.Array(Type.Array(Celda), { description: 'Los valores en el orden de las columnas.' }),
  truncado: Type.Boolean({ description: 'Hay más filas que las que se dan.' }),
});
export type ConsultaResponse = Static<typeof ConsultaResponse>;

export const TablasResponse = Type.Object({
  tablas: Type.Array(
    Type.Object({
      nombre: Texto,
      resume: nullable(Type.String({ description: 'La tabla de la que es una suma; nulo si es la tabla misma.' })),
      columnas: Type.Array(Type.Object({ nombre: Texto, tipo: Type.String({ description: 'El tipo en DuckDB.' }) })),
    }),
  ),
});
export type TablasResponse = Static<typeof TablasResponse>;

export const consultarSql = endpoint({
  id: 'consultarSql',
  method: 'POST',
  path: '/consulta',
  summary: 'Ejecuta un SELECT sobre la copia para análisis',
  description:
    'Solo lectura, en la copia exacta de la base de datos. La cabecera x-fluxion-truncado dice, también en los archivos, si había más filas.',
  tag: 'consulta',
  query: Type.Object({ ...rowsFormatParameter }, { additionalProperties: false }),
  body: ConsultaBody,
  answers: { 200: ConsultaResponse },
  problems: ['SQL_REFUSED', 'MIRROR_UNAVAILABLE', 'MIRROR_BUSY'],
  table: tableOf({}),
});

export const listarTablasConsulta = endpoint({
  id: 'listarTablasConsulta',
  method: 'GET',
  path: '/consulta/tablas',
  summary: 'Las tablas y columnas que un SELECT puede leer',
  tag: 'consulta',
  answers: { 200: TablasResponse },
  problems: ['MIRROR_UNAVAILABLE'],
});

/** By operationId. */
export const consultaEndpoints = { consultarSql, listarTablasConsulta } as const;
