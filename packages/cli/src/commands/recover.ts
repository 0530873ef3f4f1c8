import { exitCodes, type ExitCode } from '@fluxion/engine/base';
import { gapCalendar, gapStates, storeNamed } from '@fluxion/engine/operations';
import { recover, taskLoader } from '@fluxion/engine/schedule';
import type { CommandContext } from '../command.ts';
import { secretOf } from '../config.ts';
import { prepareChain, withDatabase } from '../database/index.ts';
import { withScratchFolder } from '../fill/scratch.ts';
import { describeRecovery, describeUnit, rangeOf } from '../gaps/index.ts';

/** One for each of the loads that run at the same time, and two for short questions. */
const connections = 6;

/** `fluxion recover`: loads the gaps of a range again. Exit 3 if some of them stay. */
export async function run(context: CommandContext<'first-day' | 'to' | 'store'>): Promise<ExitCode> {
  const { options, terminal, signal } = context;
  const range = rangeOf(options);
  return withDatabase(
    context,
    async ({ pool }) => {
      await prepareChain(pool);
      const stores = options.store === undefined ? undefined : [await storeNamed({ db: pool }, options.store)];
      const { tiendas } = await gapCalendar({ ctx: { db: pool, stores: 'all' }, input: { ...range, stores } });
      const units = tiendas.flatMap(({ ubicacion_id, dias }) =>
        dias
          .filter(({ estado }) => gapStates.includes(estado))
          .map(({ fecha, lineas }) => ({ ubicacion_id, fecha, lineas })),
      );
      const recovered = await withScratchFolder(options.home, (folder) =>
        recover({
          db: pool,
          units,
          load: taskLoader({ pool, folder, secrets: secretOf, insist: true }),
          signal,
          onUnit: (unit) => terminal.note(describeUnit(unit)),
        }),
      );
      terminal.result({ text: describeRecovery(recovered), json: { unidades: recovered } });
      const stay = recovered.some(({ resultado }) => resultado === 'fallida' || resultado === 'sin_origen');
      return stay ? exitCodes.differs : exitCodes.done;
    },
    { max: connections },
  );
}
