import { cambiarVista, crearVista, limitesVistas, listarVistas, quitarVista } from '@fluxion/contract';
import { changeView, createView, listViews, removeView, type ViewKey } from '@fluxion/engine/operations';
import { declare } from '../../http/declare.ts';
import type { Route } from '../../http/server-types.ts';
import { RequestProblem } from '../../problems/problem.ts';
import { cursorCodec } from '../../requests/cursor.ts';
import { readPage } from '../../requests/page.ts';

const cursors = cursorCodec<ViewKey>({
  toParts: ({ pagina, nombre, id }) => [pagina, nombre, id],
  fromParts: ([pagina, nombre, id, ...more]) =>
    pagina === undefined || nombre === undefined || id === undefined || more.length > 0
      ? undefined
      : { pagina, nombre, id },
});

/** GET /vistas */
const listVistas: Route = (app, services) => {
  declare(app, services, listarVistas, 'signed in', ({ ctx, query }) =>
    readPage({
      query,
      cursors,
      read: (position) => listViews({ ctx, input: { page: query.pagina, ...position } }),
    }),
  );
};

/** POST /vistas */
const createVista: Route = (app, services) => {
  declare(app, services, crearVista, 'signed in', async ({ ctx, body }) => {
    const { compartida = false } = body;
    const view = await createView({ ctx, input: { ...body, compartida, most: limitesVistas.porPersona } });
    if (view !== undefined) return view;
    const detail = `Cada persona guarda hasta ${limitesVistas.porPersona}: quite una que ya no use.`;
    throw new RequestProblem('TOO_MANY_VIEWS', { detail });
  });
};

/** PATCH /vistas/:id */
const changeVista: Route = (app, services) => {
  declare(app, services, cambiarVista, 'signed in', async ({ ctx, params: { id }, body }) => {
    const view = await changeView({ ctx, input: { ...body, id } });
    if (view === undefined) throw new RequestProblem('NOT_FOUND');
    return view;
  });
};

/** DELETE /vistas/:id */
const removeVista: Route = (app, services) => {
  declare(app, services, quitarVista, 'signed in', async ({ ctx, params: { id } }) => {
    if (!(await removeView({ ctx, id }))) throw new RequestProblem('NOT_FOUND');
    return null;
  });
};

export const vistasRoutes: readonly Route[] = [listVistas, createVista, changeVista, removeVista];
