import type { AnonymousContext } from '../context.ts';
import { newSecret, secretHash } from '../secret.ts';

interface CreateLink {
  readonly ctx: AnonymousContext;
  readonly input: { readonly userId: string };
}

export interface CreatedLink {
  /** The link's secret. It is shown now and never again: only its hash is kept. */
  readonly link: string;
  /** ISO 8601, UTC. */
  readonly expires: string;
}

const validHours = 24;

const createSql = `
  INSERT INTO fluxion.enlaces (usuario_id, hash, expira)
  SELECT id, $2, now() + $3 * interval '1 hour' FROM usuarios WHERE id = $1 AND activo
  ON CONFLICT (usuario_id) DO UPDATE SET hash = excluded.hash, expira = excluded.expira
  RETURNING expira`;

/**
 * Makes a link with which a person sets their password, once and within a day; the one before it ends. Undefined for somebody
 * who is unknown or inactive.
 */
export async function createLink({ ctx, input }: CreateLink): Promise<CreatedLink | undefined> {
  const link = newSecret('link');
  const { rows } = await ctx.db.query<{ expira: string }>(createSql, [input.userId, secretHash(link), validHours]);
  const [row] = rows;
  return row === undefined ? undefined : { link, expires: row.expira };
}
