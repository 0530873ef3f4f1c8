import { FluxionError, nearest, type SqlRunner } from '../../base/index.ts';
import type { Fail } from '../description/index.ts';
import { sourceOf } from './define/source-of.ts';
import type { Source } from './define/source.ts';

/** A source that is kept in the database. */
export interface KeptSource {
  readonly source: Source;
  /** As its author wrote it, with the schedule that it has. */
  readonly definition: object;
  /** False: the schedule leaves it alone. */
  readonly active: boolean;
}

interface SourceRow {
  readonly nombre: string;
  readonly definicion: object;
  readonly activo: boolean;
}

/**
 * Checks and keeps a source.
 * @throws what `fail` makes of what is wrong with the definition; FluxionError INVALID_INPUT if the name is none, or taken and
 * not to be replaced
 */
export async function addSource(
  db: SqlRunner,
  { name, definition, replace }: { readonly name: string; readonly definition: unknown; readonly replace: boolean },
  fail: Fail,
): Promise<KeptSource> {
  if (!/^[a-z0-9][a-z0-9_-]{0,49}$/.test(name)) {
    throw new FluxionError(
      'INVALID_INPUT',
      `"${name}" is no name for a source: it has up to 50 small letters without accents, digits, - and _`,
    );
  }
  const source = sourceOf(name, definition, fail);
  const complete = { ...Object(definition), schedule: source.schedule };
  const { rows } = await db.query<SourceRow>(
    `INSERT INTO public.fuentes AS f (nombre, definicion) VALUES ($1, $2)
     ON CONFLICT (nombre) DO UPDATE SET definicion = excluded.definicion WHERE $3 RETURNING nombre, definicion, activo`,
    [name, JSON.stringify(complete), replace],
  );
  const [row] = rows;
  if (row !== undefined) return { source, definition: row.definicion, active: row.activo };
  throw new FluxionError('INVALID_INPUT', `there is a source ${name} already; --replace puts this one in its place`);
}

/** All sources, by name. @throws FluxionError INVALID_INPUT if one was changed to what it cannot be */
export async function listSources(db: SqlRunner): Promise<readonly KeptSource[]> {
  const { rows } = await db.query<SourceRow>('SELECT nombre, definicion, activo FROM public.fuentes ORDER BY nombre');
  return rows.map(kept);
}

/** @throws FluxionError NOT_FOUND, naming the one that may be meant */
export async function findSource(db: SqlRunner, name: string): Promise<KeptSource> {
  const { rows } = await db.query<SourceRow>(
    'SELECT nombre, definicion, activo FROM public.fuentes WHERE nombre = $1',
    [name],
  );
  const [row] = rows;
  if (row === undefined) throw await unknown(db, name);
  return kept(row);
}

/** Forgets a source; what was loaded from it stays. @throws FluxionError NOT_FOUND */
export async function removeSource(db: SqlRunner, name: string): Promise<void> {
  const { rows } = await db.query('DELETE FROM public.fuentes WHERE nombre = $1 RETURNING nombre', [name]);
  if (rows.length === 0) throw await unknown(db, name);
}

/** Lets the schedule ask a source, or leave it alone. @throws FluxionError NOT_FOUND */
export async function setSourceActive(db: SqlRunner, name: string, active: boolean): Promise<void> {
  const sql = 'UPDATE public.fuentes SET activo = $2 WHERE nombre = $1 RETURNING nombre';
  const { rows } = await db.query(sql, [name, active]);
  if (rows.length === 0) throw await unknown(db, name);
}

/** A store that a source has not answered for, or an answer that could not be read, the last time it was asked. */
export interface SilentStore {
  readonly source: string;
  /** Null: the source is not asked by store. */
  readonly ubicacionId: string | null;
  /** In a row. */
  readonly failures: number;
  /** Whether it is not asked for a while, unless a person asks. */
  readonly open: boolean;
  /** ISO 8601. */
  readonly lastFailure: string;
  /** Null: it never has answered. */
  readonly lastAnswer: string | null;
  readonly message: string;
}

/** The stores that do not answer, of one source or of all. */
export async function silentStores(db: SqlRunner, name?: string): Promise<readonly SilentStore[]> {
  const { rows } = await db.query<SilentStore>(
    `SELECT fuente AS source, ubicacion_id AS "ubicacionId", fallos AS failures, abierta IS NOT NULL AS open,
       to_json(ultimo_fallo) #>> '{}' AS "lastFailure", to_json(ultimo_exito) #>> '{}' AS "lastAnswer", mensaje AS message
     FROM public.fuentes_estado WHERE fallos > 0 AND ($1::text IS NULL OR fuente = $1) ORDER BY fuente, ubicacion_id`,
    [name ?? null],
  );
  return rows;
}

function kept({ nombre, definicion, activo }: SourceRow): KeptSource {
  const fail: Fail = (path, problem) =>
    new FluxionError('INVALID_INPUT', `the source ${nombre}: ${path === '' ? 'its definition' : path} ${problem}`);
  return { source: sourceOf(nombre, definicion, fail), definition: definicion, active: activo };
}

async function unknown(db: SqlRunner, name: string): Promise<FluxionError> {
  const { rows } = await db.query<{ nombre: string }>('SELECT nombre FROM public.fuentes ORDER BY nombre');
  const names = rows.map(({ nombre }) => nombre);
  const guess = nearest(name, names);
  const hint =
    names.length === 0 ? 'there is none yet; `fluxion sources add` describes one' : `there are ${names.join(', ')}`;
  return new FluxionError(
    'NOT_FOUND',
    `there is no source ${name}; ${guess === undefined ? hint : `did you mean ${guess}?`}`,
  );
}
