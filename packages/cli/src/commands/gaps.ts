import { exitCodes, type ExitCode } from '@fluxion/engine/base';
import { gapCalendar, scheduleState } from '@fluxion/engine/operations';
import { migrateSchema } from '@fluxion/engine/postgres';
import type { CommandContext } from '../command.ts';
import { withDatabase } from '../database/index.ts';
import { describeCalendar, rangeOf } from '../gaps/index.ts';

/** `fluxion gaps`: which stores have their sales of which days. Exit 3 if some are missing, failed or short. */
export async function run(context: CommandContext<'first-day' | 'to'>): Promise<ExitCode> {
  const { options, terminal } = context;
  const range = rangeOf(options);
  return withDatabase(context, async ({ pool }) => {
    await migrateSchema(pool);
    const calendar = await gapCalendar({ ctx: { db: pool, stores: 'all' }, input: range });
    const schedule = await scheduleState({ db: pool });
    terminal.result({ text: describeCalendar(calendar, schedule), json: { ...calendar, planificador: schedule } });
    return calendar.tiendas.some(({ huecos }) => huecos > 0) ? exitCodes.differs : exitCodes.done;
  });
}
