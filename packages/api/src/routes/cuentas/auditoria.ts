import { Auditoria, listarAuditoria } from '@fluxion/contract';
import { listAudit, streamAudit, type AuditKey } from '@fluxion/engine/operations';
import type { Route } from '../../http/server-types.ts';
import { cursorCodec, isBigint } from '../../requests/cursor.ts';
import { declareTable } from '../../tables/answer-table.ts';
import { inPages } from '../../tables/in-pages.ts';

const cursors = cursorCodec<AuditKey>({
  toParts: ({ id }) => [id],
  fromParts: ([id, ...more]) => (id === undefined || more.length > 0 || !isBigint(id) ? undefined : { id }),
});

/** GET /auditoria */
export const listAuditoria: Route = (app, services) => {
  declareTable(app, services, listarAuditoria, 'super_admin', ({ ctx, query }) => {
    const { usuario_id: userId, accion: action, desde: from, hasta: to } = query;
    const input = { userId, action, from, to };
    return inPages({
      query,
      cursors,
      read: (position) => listAudit({ ctx, input: { ...input, ...position } }),
      stream: (after) => streamAudit({ ctx, columns: Object.keys(Auditoria.columns), input: { ...input, after } }),
    });
  });
};
