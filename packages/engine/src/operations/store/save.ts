import type { AnonymousContext } from '../context.ts';
import { InvalidInput } from '../invalid-input.ts';
import type { Store } from './list.ts';

const columns = `id, codigo, nombre, tipo, region, ciudad, zona_horaria, activo IS NOT FALSE AS activo`;

const createSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo, region, ciudad, zona_horaria, activo)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  RETURNING ${columns}`;

/** Of a field that is left out the value stays; region and ciudad may become null. */
const changeSql = `
  UPDATE ubicaciones SET codigo = coalesce($2, codigo), nombre = coalesce($3, nombre), tipo = coalesce($4, tipo),
    region = CASE WHEN $9 THEN $5 ELSE region END, ciudad = CASE WHEN $10 THEN $6 ELSE ciudad END,
    zona_horaria = coalesce($7, zona_horaria), activo = coalesce($8, activo), updated_at = now()
  WHERE id = $1
  RETURNING ${columns}`;

const taken = { ubicaciones_pkey: 'id', ubicaciones_codigo_key: 'codigo' } as const;

/** The database's refusal as the field that it is about; anything else is given back as it is. */
function faultOf(error: unknown, store: Partial<Store>): unknown {
  if (!(error instanceof Error) || !('constraint' in error)) return error;
  if (error.constraint === 'ubicaciones_zona_horaria_check') {
    return new InvalidInput([{ field: 'zona_horaria', fault: 'UNKNOWN_TIME_ZONE', value: store.zona_horaria ?? '' }]);
  }
  const field = Object.entries(taken).find(([constraint]) => constraint === error.constraint)?.[1];
  return field === undefined ? error : new InvalidInput([{ field, fault: 'TAKEN', value: store[field] ?? '' }]);
}

function valuesOf(store: Partial<Store> & Pick<Store, 'id'>): unknown[] {
  const { id, codigo, nombre, tipo, region, ciudad, zona_horaria, activo } = store;
  return [id, codigo, nombre, tipo, region, ciudad, zona_horaria, activo].map((value) => value ?? null);
}

/** Adds a store or distribution centre. @throws InvalidInput TAKEN for its id or codigo, UNKNOWN_TIME_ZONE */
export async function createStore({ ctx, input }: { ctx: AnonymousContext; input: Store }): Promise<Store> {
  try {
    const { rows } = await ctx.db.query<Store>(createSql, valuesOf(input));
    return rows[0] ?? input;
  } catch (error) {
    throw faultOf(error, input);
  }
}

interface ChangeStore {
  readonly ctx: AnonymousContext;
  readonly input: Partial<Store> & Pick<Store, 'id'>;
}

/**
 * Changes a store; undefined if there is none of this id. Facts keep the business date that they have: another time zone is
 * of sales to come.
 *
 * @throws InvalidInput TAKEN for its codigo, UNKNOWN_TIME_ZONE
 */
export async function changeStore({ ctx, input }: ChangeStore): Promise<Store | undefined> {
  try {
    const values = [...valuesOf(input), input.region !== undefined, input.ciudad !== undefined];
    const { rows } = await ctx.db.query<Store>(changeSql, values);
    return rows[0];
  } catch (error) {
    throw faultOf(error, input);
  }
}
