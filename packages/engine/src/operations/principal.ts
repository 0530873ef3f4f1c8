import type { SqlRunner } from '../base/index.ts';
import { storesOf, type Actor, type OperationContext } from './context.ts';
import { looksLikeSecret, secretHash, type SecretKind } from './secret.ts';

/** Who somebody is, and which stores they may see. */
export type Principal = Pick<OperationContext, 'actor' | 'stores'>;

interface Row extends Actor {
  readonly token_id: string;
  readonly ubicaciones: readonly string[];
  readonly uso_por_anotar: boolean;
}

/** The last use is noted to five minutes, so that reading does not become writing. */
const principalSql = `
  SELECT u.id, u.nombre, u.correo, u.rol, t.id AS token_id,
         ARRAY(SELECT uu.ubicacion_id::text FROM usuarios_ubicaciones AS uu WHERE uu.usuario_id = u.id) AS ubicaciones,
         t.ultimo_uso IS NULL OR t.ultimo_uso < now() - interval '5 minutes' AS uso_por_anotar
  FROM tokens AS t
  JOIN usuarios AS u ON u.id = t.usuario_id
  WHERE t.hash = $1 AND t.revocado IS NULL AND (t.expira IS NULL OR t.expira > now()) AND u.activo`;

const noteUseSql = `UPDATE tokens SET ultimo_uso = now() WHERE id = $1`;

/** Whose secret this is; undefined if it is of another kind, unknown, expired or revoked, or its person inactive. */
export async function findPrincipal(db: SqlRunner, kind: SecretKind, secret: string): Promise<Principal | undefined> {
  if (!looksLikeSecret(kind, secret)) return undefined;
  const { rows } = await db.query<Row>(principalSql, [secretHash(secret)]);
  const [row] = rows;
  if (row === undefined) return undefined;
  if (row.uso_por_anotar) await db.query(noteUseSql, [row.token_id]);
  const { id, nombre, correo, rol } = row;
  return { actor: { id, nombre, correo, rol }, stores: storesOf(rol, row.ubicaciones) };
}
