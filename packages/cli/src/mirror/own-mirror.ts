import { setTimeout } from 'node:timers/promises';
import { FluxionError } from '@fluxion/engine/base';
import type { Mirror, MirrorReply, MirrorRequest } from '@fluxion/engine/mirror';
import { atMost, farewellMs } from '../at-most.ts';
import type { CommandContext } from '../command.ts';
import type { Database } from '../database/index.ts';
import { openMirrorOf } from './open-mirror.ts';
import { thisProcess, workOn } from './work.ts';

/** A mirror that still cannot be opened so long after it first failed to be has failed for good, as far as a command goes. */
const openWithinMs = 5_000;

/**
 * Does what is wanted with a mirror that this process opens for as long.
 * @throws FluxionError MIRROR_BEHIND with the reason if it cannot be opened; what `workOn` throws
 */
export async function withOwnMirror(
  { options, terminal, signal }: CommandContext<'mirror-memory'>,
  { pool, url }: Database,
  request: MirrorRequest,
): Promise<MirrorReply> {
  const stopping = new AbortController();
  const watched = AbortSignal.any([signal, stopping.signal]);
  const giveUp = async (mirror: Mirror, reason: string) => {
    await setTimeout(openWithinMs, undefined, { signal: watched }).catch(() => {});
    if (mirror.status().state === 'opening') stopping.abort(new FluxionError('MIRROR_BEHIND', reason));
  };
  const log = {
    info: (line: string) => terminal.note(line),
    warn: (line: string) => {
      terminal.note(line);
      void opening.then((mirror) => giveUp(mirror, line));
    },
  };
  const opening = openMirrorOf(pool, { url, home: options.home, memory: options['mirror-memory'], log });
  const mirror = await opening;
  try {
    const report = await workOn(mirror, request, (line) => terminal.note(`the mirror: ${line}`), watched);
    return { ...thisProcess, report };
  } finally {
    stopping.abort();
    // What is under way may wait for somebody's lock; it is lost without harm.
    await atMost(farewellMs, mirror.close());
  }
}
