import { resolve } from 'node:path';
import { startEmbedded } from '@fluxion/engine/postgres';
import type { CommandContext } from '../command.ts';

/** Stops the embedded server that a process of ours left behind when it crashed: joined and left, it ends. */
export async function stopAbandoned({ database, home }: CommandContext['options']): Promise<void> {
  if (database !== undefined) return;
  const server = await startEmbedded({ home: resolve(home), log: () => {} });
  await server.stop();
}
