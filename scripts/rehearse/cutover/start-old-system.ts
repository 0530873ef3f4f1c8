import { fileURLToPath } from 'node:url';
import type { ChainFile } from '../lib/chain.ts';
import { startProgram } from '../lib/programs.ts';

const program = fileURLToPath(new URL('./old-system.ts', import.meta.url));

/** The system that is to be replaced, while it has the chain's file open and writes to it. */
export interface OldSystem {
  /** Waits until it has written something, stops it, and waits until it has closed the file. @returns the lines it wrote */
  stop(): Promise<number>;
}

export async function startOldSystem({ file, to }: ChainFile): Promise<OldSystem> {
  const running = startProgram(program, [file, to]);
  await running.printed(/writing/);
  return {
    async stop() {
      const { output } = await running.end();
      return Number(/(\d+)\n$/.exec(output)?.[1]);
    },
  };
}
