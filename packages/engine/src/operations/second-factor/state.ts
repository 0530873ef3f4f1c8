import type { AnonymousContext } from '../context.ts';

/** `pendiente`: somebody who should have one, and has not confirmed one. */
export type FactorState = 'activo' | 'pendiente' | 'no';

/** The state of the second factor of a person `u` with the credentials `c`, as SQL. Administrators should have one. */
export const factorStateSql = `
  CASE WHEN c.totp_confirmado IS NOT NULL THEN 'activo' WHEN u.rol = 'super_admin' THEN 'pendiente' ELSE 'no' END`;

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
