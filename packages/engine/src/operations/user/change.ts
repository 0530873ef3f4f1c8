import type pg from 'pg';
import { withTransaction } from '../../postgres/index.ts';
import type { Role } from '../context.ts';
import { assignStores, requireStores } from './person.ts';

interface ChangePerson {
  readonly ctx: {
    readonly db: pg.Pool;
    /** Who changes them; undefined for whoever has the database. */
    readonly actor?: { readonly id: string } | undefined;
  };
  readonly input: {
    readonly id: string;
    readonly nombre?: string | undefined;
    readonly rol?: Role | undefined;
    readonly activo?: boolean | undefined;
    readonly ubicaciones?: readonly string[] | undefined;
  };
}

/** `oneself`: nobody changes what they themselves may. */
export type PersonChange = 'changed' | 'unknown' | 'oneself' | 'last administrator';

/**
 * All of them, in one order: of two administrators that take each other's role, the second waits here and sees what the first
 * has done.
 */
const administratorsSql = `SELECT id FROM usuarios WHERE rol = 'super_admin' AND activo ORDER BY id FOR NO KEY UPDATE`;
const changeSql = `
  UPDATE usuarios SET nombre = coalesce($2, nombre), rol = coalesce($3, rol), activo = coalesce($4, activo), updated_at = now()
  WHERE id = $1
  RETURNING activo`;
const endAllSql = 'UPDATE tokens SET revocado = now() WHERE usuario_id = $1 AND revocado IS NULL';

async function isLastAdministrator(client: pg.ClientBase, id: string): Promise<boolean> {
  const { rows } = await client.query<{ id: string }>(administratorsSql);
  return rows.length === 1 && rows[0]?.id === id;
}

/**
 * Changes a person. What they may do changes with their next request; of somebody who is disabled every session, API token
 * and link ends for good.
 *
 * @throws InvalidInput UNKNOWN_STORE
 */
export async function changePerson({ ctx, input }: ChangePerson): Promise<PersonChange> {
  const { id, nombre = null, rol = null, activo = null, ubicaciones } = input;
  const powers = rol !== null || activo !== null || ubicaciones !== undefined;
  if (powers && ctx.actor?.id === id) return 'oneself';
  return withTransaction(ctx.db, async (client) => {
    const lessens = activo === false || (rol !== null && rol !== 'super_admin');
    if (lessens && (await isLastAdministrator(client, id))) return 'last administrator';
    if (ubicaciones !== undefined) await requireStores({ db: client }, ubicaciones);
    const { rows } = await client.query<{ activo: boolean }>(changeSql, [id, nombre, rol, activo]);
    const [changed] = rows;
    if (changed === undefined) return 'unknown';
    if (ubicaciones !== undefined) await assignStores({ db: client }, id, ubicaciones);
    if (!changed.activo) {
      await client.query(endAllSql, [id]);
      await client.query('DELETE FROM fluxion.enlaces WHERE usuario_id = $1', [id]);
    }
    return 'changed';
  });
}
