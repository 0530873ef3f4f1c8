import { crearClave, listarClaves, revocarClave } from '@fluxion/contract';
import { createKey, listKeys, revokeToken } from '@fluxion/engine/operations';
import type { RequestContext } from '../../context/request-context.ts';
import { declare } from '../../http/declare.ts';
import type { Route } from '../../http/server-types.ts';
import { RequestProblem } from '../../problems/problem.ts';

function isAdministrator({ actor }: RequestContext): boolean {
  return actor.rol === 'super_admin';
}

/** GET /claves */
const listClaves: Route = (app, services) => {
  declare(app, services, listarClaves, 'signed in', async ({ ctx, query }) => {
    const userId = query.usuario_id ?? (query.de === 'todas' ? undefined : ctx.actor.id);
    if (userId !== ctx.actor.id && !isAdministrator(ctx)) throw new RequestProblem('FORBIDDEN');
    const keys = await listKeys({ ctx, input: { userId } });
    return {
      datos: keys.map((key) => ({ ...key, ubicaciones: key.ubicaciones === null ? null : [...key.ubicaciones] })),
    };
  });
};

/** POST /claves : in person, so that a key that got away cannot make others that outlive it. */
const createClave: Route = (app, services) => {
  declare(app, services, crearClave, 'in person', async ({ ctx, body }) => {
    const { nombre: name, dias: validDays, rol: role, ubicaciones: stores } = body;
    const { id, token, expires } = await createKey({ ctx, input: { name, validDays, role, stores } });
    await ctx.audit({ action: 'clave_api', object: id, detail: { hecho: 'alta', ...body } });
    return { id, clave: token, expira: expires };
  });
};

/** DELETE /claves/:id */
const revokeClave: Route = (app, services) => {
  declare(app, services, revocarClave, 'in person', async ({ ctx, params: { id } }) => {
    const userId = isAdministrator(ctx) ? undefined : ctx.actor.id;
    if (!(await revokeToken({ ctx, input: { id, userId, sessions: 'end' } }))) throw new RequestProblem('NOT_FOUND');
    await ctx.audit({ action: 'clave_api', object: id, detail: { hecho: 'revocada' } });
    return null;
  });
};

export const clavesRoutes: readonly Route[] = [listClaves, createClave, revokeClave];
