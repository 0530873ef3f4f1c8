import { listarUsuarios } from '@fluxion/contract';
import { listPeople } from '@fluxion/engine/operations';
import { declare } from '../../../http/declare.ts';
import type { Route } from '../../../http/server-types.ts';
import { cursorCodec } from '../../../requests/cursor.ts';
import { readPage } from '../../../requests/page.ts';
import { personAnswer } from './person-answer.ts';

const cursors = cursorCodec<{ readonly correo: string }>({
  toParts: ({ correo }) => [correo],
  fromParts: ([correo, ...more]) => (correo === undefined || more.length > 0 ? undefined : { correo }),
});

/** GET /usuarios */
export const listUsuarios: Route = (app, services) => {
  declare(app, services, listarUsuarios, 'super_admin', async ({ ctx, query }) => {
    const { datos, siguiente } = await readPage({
      query,
      cursors,
      read: ({ after, limit }) => listPeople({ ctx, input: { after: after?.correo, limit } }),
    });
    return { datos: datos.map(personAnswer), siguiente };
  });
};
