import { DiasCalendario, verCalendarioCargas } from '@fluxion/contract';
import { gapCalendar, scheduleState, type StoreCalendar } from '@fluxion/engine/operations';
import type { Route } from '../../http/server-types.ts';
import { cellsOf, declareTable } from '../../tables/answer-table.ts';
import { calendarRange } from './range.ts';

/** A store's days as the rows of a file. */
function rowsOf({ ubicacion_id, codigo, nombre, dias }: StoreCalendar) {
  return dias.map(({ fallo, ...day }) =>
    cellsOf(DiasCalendario, {
      ubicacion_id,
      codigo,
      nombre,
      ...day,
      fallo_momento: fallo?.momento ?? null,
      fallo_mensaje: fallo?.mensaje ?? null,
    }),
  );
}

/** GET /cargas/calendario */
export const showCalendario: Route = (app, services) => {
  declareTable(app, services, verCalendarioCargas, 'signed in', async ({ ctx, query }) => {
    const input = { ...calendarRange(query), stores: query.ubicacion_id };
    const calendar = await gapCalendar({ ctx, input });
    return {
      page: async () => ({ ...calendar, planificador: await scheduleState(ctx) }),
      async *rows() {
        yield calendar.tiendas.flatMap(rowsOf);
      },
    };
  });
};
