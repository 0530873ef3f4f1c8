import type { AnonymousContext } from '../context.ts';

const ensureSql = `
  INSERT INTO usuarios (correo, nombre, rol, activo)
  VALUES ('admin@localhost', 'Administrador local', 'super_admin', true)
  ON CONFLICT (correo) DO UPDATE SET rol = excluded.rol, activo = true
  RETURNING id`;

/** The id of the local administrator, who is made, or made an active administrator again, if need be. */
export async function ensureLocalAdministrator({ ctx }: { ctx: AnonymousContext }): Promise<string> {
  const { rows } = await ctx.db.query<{ id: string }>(ensureSql);
  const [row] = rows;
  if (row === undefined) throw new Error('INSERT ... RETURNING gave no row');
  return row.id;
}
