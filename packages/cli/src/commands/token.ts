import { createLocalToken } from '@fluxion/engine/operations';
import { migrateSchema } from '@fluxion/engine/postgres';
import type { CommandContext } from '../command.ts';
import { withDatabase } from '../database/index.ts';

/** `fluxion token`: prints a new API token of the local administrator. */
export function run(context: CommandContext<'name' | 'days'>): Promise<void> {
  const { options, terminal } = context;
  return withDatabase(context, async ({ pool }) => {
    await migrateSchema(pool);
    const { token, expires } = await createLocalToken({
      ctx: { db: pool },
      input: { name: options.name, validDays: options.days },
    });
    terminal.note(`It expires on ${expires.slice(0, 10)}.`);
    terminal.result({ text: token, json: { token, expires } });
  });
}
