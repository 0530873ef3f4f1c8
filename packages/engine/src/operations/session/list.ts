import type { AnonymousContext } from '../context.ts';
import type { Principal } from '../principal.ts';
import { secretPrefixes } from '../secret.ts';

/** A browser session that may go on. Instants are ISO 8601 in UTC. */
export interface Session {
  readonly id: string;
  readonly creada: string;
  readonly ultimo_uso: string | null;
  readonly expira: string | null;
  readonly direccion: string | null;
  readonly agente: string | null;
  /** Whether it is the one that asks. */
  readonly actual: boolean;
}

type OwnContext = AnonymousContext & Pick<Principal, 'actor' | 'tokenId'>;

const sessionsSql = `
  SELECT id, creado AS creada, ultimo_uso, expira, direccion, agente, id = $3 AS actual
  FROM tokens
  WHERE usuario_id = $1 AND starts_with(prefijo, $2) AND revocado IS NULL AND (expira IS NULL OR expira > now())
  ORDER BY creado DESC, id`;

/** The browser sessions of the actor, newest first. */
export async function listSessions({ ctx }: { ctx: OwnContext }): Promise<readonly Session[]> {
  const { rows } = await ctx.db.query<Session>(sessionsSql, [ctx.actor.id, secretPrefixes.session, ctx.tokenId]);
  return rows;
}

const endSql = `
  UPDATE tokens SET revocado = now()
  WHERE id = $1 AND usuario_id = $2 AND starts_with(prefijo, $3) AND revocado IS NULL
  RETURNING id`;

/** Ends one of the actor's browser sessions. @returns whether there was such a one */
export async function endSession({
  ctx,
  input,
}: {
  ctx: OwnContext;
  input: { readonly id: string };
}): Promise<boolean> {
  const { rows } = await ctx.db.query(endSql, [input.id, ctx.actor.id, secretPrefixes.session]);
  return rows.length > 0;
}
