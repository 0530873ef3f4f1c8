import { exitCodes, type ExitCode } from '@fluxion/engine/base';
import { workOff } from '@fluxion/engine/schedule';
import type { CommandContext } from '../command.ts';
import { secretOf } from '../config.ts';
import { prepareChain, withDatabase } from '../database/index.ts';
import { withScratchFolder } from '../fill/scratch.ts';
import { describeLoad, describeWork, isWhole } from '../schedule/index.ts';

/** `fluxion work`: what is due and what the queue of loads holds, until nothing is left. Exit 3 if not all of it was loaded. */
export function run(context: CommandContext): Promise<ExitCode> {
  const { options, terminal, signal } = context;
  const note = (line: string) => terminal.note(line);
  return withDatabase(context, async ({ pool, url }) => {
    await prepareChain(pool);
    const worked = await withScratchFolder(options.home, (folder) =>
      workOff({
        url,
        folder,
        secrets: secretOf,
        log: { info: note, warn: note, error: note },
        signal,
        onLoad: (load) => {
          // Of one that failed the log has heard already, and whether it is tried again.
          if (load.resultado !== 'fallida') note(describeLoad(load));
        },
      }),
    );
    terminal.result({ text: describeWork(worked), json: worked });
    return worked.cargas.every(isWhole) ? exitCodes.done : exitCodes.differs;
  });
}
