import { FluxionError } from '@fluxion/engine/base';
import { SqlRefused, type SqlFault } from '@fluxion/engine/mirror';
import { RequestProblem } from '../../problems/problem.ts';

const sentences: Readonly<Record<SqlFault, (value: string) => string>> = {
  'too large': () => 'La consulta es demasiado larga o tiene demasiados niveles; divídala en varias.',
  'too complex': () =>
    'La consulta se vuelve demasiado grande al desplegarla (nombres, estrellas, CASE o agrupaciones que se multiplican); simplifíquela.',
  character: (value) =>
    `El carácter ${value} no se admite fuera de las comillas, ni los parámetros, listas o estructuras.`,
  unfinished: (value) => `Falta cerrar ${value}.`,
  'not a select': () => 'Debe ser un solo SELECT.',
  syntax: (value) => `DuckDB no lo entiende: ${value}.`,
  construct: (value) => `«${value}» no se admite en esta consulta; use un SELECT corriente.`,
  function: (value) => `La función «${value}» no se admite; docs/sql.md dice cuáles sí.`,
  table: (value) => `No hay ninguna tabla «${value}» que se pueda consultar; /consulta/tablas dice cuáles hay.`,
  column: (value) => `«${value}» no es una columna; nombre las columnas, con su tabla si hace falta.`,
  type: (value) => `El tipo «${value}» no se admite.`,
  argument: (value) => `Un argumento de «${value}» es demasiado largo o no es una constante corta; acórtelo.`,
  number: () => "Un número tiene más de 15 cifras; escríbalo como texto: CAST('…' AS DECIMAL(38, 2)).",
  failed: (value) =>
    value === '' ? 'DuckDB no la puede ejecutar; escríbala de otra manera.' : `DuckDB no la ejecuta: ${value}`,
  memory: () => 'La consulta necesita más memoria que la que hay; pida menos filas o columnas, o agrupe antes.',
};

/** The line and the column, from 1, of a place in a text. */
function placeOf(sql: string, position: number): string {
  const before = sql.slice(0, position).split('\n');
  return `línea ${before.length}, columna ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** What the caller reads of a statement that gave no rows. */
export function sqlProblem(error: unknown, sql: string): unknown {
  if (error instanceof SqlRefused) {
    const sentence = sentences[error.fault](error.value);
    const place = error.position === undefined ? '' : ` (${placeOf(sql, error.position)})`;
    return new RequestProblem('SQL_REFUSED', { detail: `${sentence}${place}`, cause: error });
  }
  if (!(error instanceof FluxionError)) return error;
  if (error.code === 'SQL_TIMEOUT') {
    return new RequestProblem('QUERY_TIMEOUT', {
      detail: 'Pida menos filas, un rango más corto o un resumen.',
      cause: error,
    });
  }
  if (error.code === 'MIRROR_BEHIND') return mirrorUnavailable(error);
  if (error.code === 'MIRROR_BUSY') {
    return new RequestProblem('MIRROR_BUSY', { headers: { 'retry-after': '10' }, cause: error });
  }
  return error;
}

export function mirrorUnavailable(cause?: unknown): RequestProblem {
  const detail = 'La copia se está creando o poniendo al día; vuelva a intentarlo en un momento.';
  return new RequestProblem('MIRROR_UNAVAILABLE', { detail, headers: { 'retry-after': '30' }, cause });
}
