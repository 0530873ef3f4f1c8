import { FluxionError } from '@fluxion/engine/base';
import type { CommandContext } from '../command.ts';
import { prepareChain, withDatabase } from '../database/index.ts';
import { fillWithDemo } from '../fill/demo.ts';
import { isEmpty } from '../fill/is-empty.ts';
import { formatCount } from '../output/index.ts';

/** `fluxion demo`: fills an empty database with the demo chain. */
export function run(context: CommandContext<'rows'>): Promise<void> {
  const { options, terminal, signal } = context;
  return withDatabase(context, async ({ pool }) => {
    await prepareChain(pool);
    if (!(await isEmpty(pool))) {
      throw new FluxionError('NOT_EMPTY', 'The database already holds a chain: the demo is not mixed into it.');
    }
    const chain = await fillWithDemo({ pool, ...options, progress: terminal.progress, signal });
    const { rows, stores, from, to } = chain;
    terminal.result({
      text: `The demo chain is there: ${formatCount(rows)} sales lines of ${stores} stores, ${from} to ${to}.`,
      json: chain,
    });
  });
}
