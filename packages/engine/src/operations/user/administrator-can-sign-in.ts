import type { AnonymousContext } from '../context.ts';

/** Whether some administrator can sign in with a password: before that, only who has the database lets people in. */
export async function administratorCanSignIn({ ctx }: { ctx: AnonymousContext }): Promise<boolean> {
  const { rows } = await ctx.db.query<{ ya: boolean }>(
    `SELECT EXISTS (
       SELECT FROM usuarios AS u JOIN fluxion.credenciales AS c ON c.usuario_id = u.id
       WHERE u.rol = 'super_admin' AND u.activo AND c.clave IS NOT NULL
     ) AS ya`,
  );
  return rows[0]?.ya === true;
}
