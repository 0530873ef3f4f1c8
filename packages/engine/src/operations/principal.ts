import type { SqlRunner } from '../base/index.ts';
import type { Actor, OperationContext, Role } from './context.ts';
import { looksLikeSecret, secretHash, type SecretKind } from './secret.ts';
import { narrowed } from './token/narrowed.ts';

/** Who calls, with what, and which stores they may see. */
export interface Principal extends Pick<OperationContext, 'actor' | 'stores'> {
  /** The API token or the session. */
  readonly tokenId: string;
  /** Whether a person has signed in with their own password or link, and not with an API token. */
  readonly inPerson: boolean;
}

interface Row extends Actor {
  readonly token_id: string;
  readonly rol_clave: Role | null;
  readonly ubicaciones_clave: readonly string[] | null;
  readonly abierta_con: string | null;
  readonly ubicaciones: readonly string[];
  readonly uso_por_anotar: boolean;
}

/** A session that nobody uses for so long is over; an API token is not. */
const idleMinutes = { session: 120, token: null } as const;

/** The last use is noted to five minutes, so that reading does not become writing. */
const principalSql = `
  SELECT u.id, u.nombre, u.correo, u.rol, t.id AS token_id, t.rol AS rol_clave, t.ubicaciones AS ubicaciones_clave, t.abierta_con,
         ARRAY(SELECT uu.ubicacion_id::text FROM usuarios_ubicaciones AS uu WHERE uu.usuario_id = u.id) AS ubicaciones,
         t.ultimo_uso IS NULL OR t.ultimo_uso < now() - interval '5 minutes' AS uso_por_anotar
  FROM tokens AS t
  JOIN usuarios AS u ON u.id = t.usuario_id
  WHERE t.hash = $1 AND t.revocado IS NULL AND (t.expira IS NULL OR t.expira > now()) AND u.activo
    AND ($2::int IS NULL OR coalesce(t.ultimo_uso, t.creado) > now() - $2::int * interval '1 minute')`;

const noteUseSql = `UPDATE tokens SET ultimo_uso = now() WHERE id = $1`;

/**
 * Whose secret this is, and what it may: undefined if it is of another kind, unknown, expired, revoked or idle for too long,
 * or its person inactive. The actor's role is what this secret may, which may be less than its person.
 */
export async function findPrincipal(
  db: SqlRunner,
  kind: Exclude<SecretKind, 'link'>,
  secret: string,
): Promise<Principal | undefined> {
  if (!looksLikeSecret(kind, secret)) return undefined;
  const { rows } = await db.query<Row>(principalSql, [secretHash(secret), idleMinutes[kind]]);
  const [row] = rows;
  if (row === undefined) return undefined;
  if (row.uso_por_anotar) await db.query(noteUseSql, [row.token_id]);
  const { id, nombre, correo } = row;
  const { rol, stores } = narrowed({
    person: { rol: row.rol, stores: row.ubicaciones },
    token: { rol: row.rol_clave, stores: row.ubicaciones_clave },
  });
  return {
    actor: { id, nombre, correo, rol },
    stores,
    tokenId: row.token_id,
    inPerson: kind === 'session' && row.abierta_con === null,
  };
}
