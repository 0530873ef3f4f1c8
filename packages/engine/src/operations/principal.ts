import type { Actor, AnonymousContext, OperationContext, Role } from './context.ts';
import { looksLikeSecret, secretHash, type SecretKind } from './secret.ts';
import { narrowed } from './token/narrowed.ts';

/** Who calls, with what, and which stores they may see. */
export interface Principal extends Pick<OperationContext, 'actor' | 'stores'> {
  /** The API token or the session. */
  readonly tokenId: string;
  /** Whether a person has signed in with their own password or link, and not with an API token. */
  readonly inPerson: boolean;
}

/** What somebody shows who calls: an API token, or a browser's session. */
export interface Credential {
  readonly kind: Exclude<SecretKind, 'link'>;
  readonly secret: string;
}

interface Row extends Actor {
  /** Its place among what was asked, from 1. */
  readonly place: number;
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
const principalsSql = `
  SELECT asked.place::int AS place, u.id::text, u.nombre::text, u.correo::text, u.rol::text,
         t.id::text AS token_id, t.rol::text AS rol_clave, t.ubicaciones::text[] AS ubicaciones_clave, t.abierta_con::text,
         ARRAY(SELECT uu.ubicacion_id::text FROM usuarios_ubicaciones AS uu WHERE uu.usuario_id = u.id) AS ubicaciones,
         t.ultimo_uso IS NULL OR t.ultimo_uso < now() - interval '5 minutes' AS uso_por_anotar
  FROM unnest($1::bytea[], $2::int[]) WITH ORDINALITY AS asked (hash, idle_minutes, place)
  JOIN tokens AS t ON t.hash = asked.hash
  JOIN usuarios AS u ON u.id = t.usuario_id
  WHERE t.revocado IS NULL AND (t.expira IS NULL OR t.expira > now()) AND u.activo
    AND (asked.idle_minutes IS NULL OR coalesce(t.ultimo_uso, t.creado) > now() - asked.idle_minutes * interval '1 minute')`;

/** One that is locked is being noted, or ended; waiting for several in any order could be waiting for each other. */
const noteUseSql = `
  UPDATE tokens SET ultimo_uso = now()
  WHERE id IN (SELECT id FROM tokens WHERE id = ANY ($1) ORDER BY id FOR UPDATE SKIP LOCKED)`;

function principalOf(row: Row, { kind }: Credential): Principal {
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

interface FindPrincipals {
  readonly ctx: AnonymousContext;
  readonly input: readonly Credential[];
}

/**
 * Whose each of these is, and what it may, in their order and by one statement: undefined if it is of another kind, unknown,
 * expired, revoked or idle for too long, or its person inactive. The actor's role is what the credential may, which may be
 * less than its person.
 */
export async function findPrincipals({ ctx, input }: FindPrincipals): Promise<readonly (Principal | undefined)[]> {
  const found: (Principal | undefined)[] = input.map(() => undefined);
  const likely = input.flatMap((one, index) => (looksLikeSecret(one.kind, one.secret) ? [{ ...one, index }] : []));
  if (likely.length === 0) return found;
  const { rows } = await ctx.db.query<Row>({ name: 'fluxion_principals', text: principalsSql }, [
    likely.map(({ secret }) => secretHash(secret)),
    likely.map(({ kind }) => idleMinutes[kind]),
  ]);
  const unnoted = new Set(rows.flatMap(({ uso_por_anotar, token_id }) => (uso_por_anotar ? [token_id] : [])));
  if (unnoted.size > 0) await ctx.db.query(noteUseSql, [[...unnoted]]);
  for (const row of rows) {
    const asked = likely[row.place - 1];
    if (asked !== undefined) found[asked.index] = principalOf(row, asked);
  }
  return found;
}
