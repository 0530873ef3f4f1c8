import type { AnonymousContext, Role } from '../context.ts';
import { secretPrefixes } from '../secret.ts';

/** An API token as its owner recognises it. Instants are ISO 8601 in UTC. */
export interface Key {
  readonly id: string;
  readonly usuario_id: string;
  readonly nombre: string;
  readonly prefijo: string;
  /** Null: as its person. */
  readonly rol: Role | null;
  readonly ubicaciones: readonly string[] | null;
  readonly creado: string;
  readonly expira: string | null;
  readonly revocado: string | null;
  readonly ultimo_uso: string | null;
}

const keysSql = `
  SELECT id, usuario_id, nombre, prefijo, rol, ubicaciones, creado, expira, revocado, ultimo_uso
  FROM tokens
  WHERE ($1::text IS NULL OR usuario_id = $1) AND starts_with(prefijo, $2)
  ORDER BY creado DESC, id`;

/** A person's API tokens, or everybody's without one, newest first; those that ended, for a month more. */
export async function listKeys({
  ctx,
  input,
}: {
  ctx: AnonymousContext;
  input: { readonly userId: string | undefined };
}): Promise<readonly Key[]> {
  const { rows } = await ctx.db.query<Key>(keysSql, [input.userId ?? null, secretPrefixes.token]);
  return rows;
}
