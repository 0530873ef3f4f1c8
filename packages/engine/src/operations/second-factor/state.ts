import type { AnonymousContext, Role } from '../context.ts';

/** `pendiente`: somebody who should have one, and has not confirmed one. */
export type FactorState = 'activo' | 'pendiente' | 'no';

/** Who should have one, and may have another but not none again. */
export const roleWithFactor: Role = 'super_admin';

/** The state of the second factor of a person `u` with the credentials `c`, as SQL. */
export const factorStateSql = `
  CASE WHEN c.totp_confirmado IS NOT NULL THEN 'activo' WHEN u.rol = '${roleWithFactor}' THEN 'pendiente' ELSE 'no' END`;

/** Whether a person has a second factor. */
export async function factorState({
  ctx,
  input,
}: {
  ctx: AnonymousContext;
  input: { readonly userId: string };
}): Promise<FactorState> {
  const { rows } = await ctx.db.query<{ estado: FactorState }>(
    `SELECT ${factorStateSql} AS estado FROM usuarios AS u LEFT JOIN fluxion.credenciales AS c ON c.usuario_id = u.id WHERE u.id = $1`,
    [input.userId],
  );
  return rows[0]?.estado ?? 'no';
}
