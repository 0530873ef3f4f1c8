import { cambiarUsuario, crearUsuario } from '@fluxion/contract';
import { changePerson, createPerson, type PersonChange } from '@fluxion/engine/operations';
import { declare } from '../../../http/declare.ts';
import type { Route } from '../../../http/server-types.ts';
import { RequestProblem } from '../../../problems/problem.ts';
import { guardAdministrators, requirePerson } from './person-answer.ts';

const refusals: Readonly<Record<Exclude<PersonChange, 'changed'>, () => RequestProblem>> = {
  unknown: () => new RequestProblem('NOT_FOUND'),
  oneself: () =>
    new RequestProblem('FORBIDDEN', { detail: 'Su propio rol, tiendas y actividad los cambia otro administrador.' }),
  'last administrator': () =>
    new RequestProblem('LAST_ADMINISTRATOR', { detail: 'Nombre primero a otro administrador.' }),
};

/** POST /usuarios */
export const createUsuario: Route = (app, services) => {
  declare(app, services, crearUsuario, 'super_admin', async ({ ctx, request, body }) => {
    await guardAdministrators({ ctx, request }, { rol: body.rol });
    const input = { ...body, ubicaciones: body.ubicaciones ?? [] };
    const id = await createPerson({ ctx: { db: services.pool }, input });
    await ctx.audit({ action: 'usuario', object: id, detail: { hecho: 'alta', ...input } });
    return requirePerson(ctx, id);
  });
};

/** PATCH /usuarios/:id */
export const changeUsuario: Route = (app, services) => {
  declare(app, services, cambiarUsuario, 'super_admin', async ({ ctx, request, params: { id }, body }) => {
    await guardAdministrators({ ctx, request }, { id, rol: body.rol });
    const change = await changePerson({ ctx: { db: services.pool, actor: ctx.actor }, input: { id, ...body } });
    if (change !== 'changed') throw refusals[change]();
    await ctx.audit({ action: 'usuario', object: id, detail: { hecho: 'cambio', ...body } });
    return requirePerson(ctx, id);
  });
};
