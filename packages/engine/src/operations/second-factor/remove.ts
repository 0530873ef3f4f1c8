import type { AnonymousContext } from '../context.ts';

const removeSql = `
  WITH person AS (SELECT id FROM usuarios WHERE id = $1), forgotten AS (
    DELETE FROM fluxion.codigos_recuperacion WHERE usuario_id = $1
  ), removed AS (
    UPDATE fluxion.credenciales SET totp_secreto = NULL, totp_confirmado = NULL, totp_ultimo_paso = NULL WHERE usuario_id = $1
  )
  SELECT FROM person`;

/** Takes away the second factor of somebody who has lost it. @returns whether there is such a person */
export async function removeFactor({
  ctx,
  input,
}: {
  ctx: AnonymousContext;
  input: { readonly userId: string };
}): Promise<boolean> {
  const { rows } = await ctx.db.query(removeSql, [input.userId]);
  return rows.length > 0;
}
