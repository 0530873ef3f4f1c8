import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { Answerer, CheckReport, Mirror, MirrorRequest, MirrorStatus } from '@fluxion/engine/mirror';
import { progressOf } from './describe-status.ts';

/** Who answers here. */
export const thisProcess: Answerer = { host: hostname(), pid: process.pid };

/** What a process tells of its mirror. */
export interface MirrorReport {
  readonly status: MirrorStatus;
  /** Absent if none was asked for. */
  readonly check?: CheckReport;
}

const tellEveryMs = 1000;
const lookAgainMs = 50;

/**
 * Does what is wanted with this process's mirror, and tells how it is then; `tell` hears meanwhile how far it is.
 * @throws FluxionError MIRROR_BEHIND, or NOT_FOUND for a table that is not mirrored; the signal's reason
 */
export async function workOn(
  mirror: Mirror,
  { verb, tables, check }: MirrorRequest,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<MirrorReport> {
  let told: string | undefined;
  const timer = setInterval(() => {
    const line = progressOf(mirror.status());
    if (line !== undefined && line !== told) tell(line);
    told = line;
  }, tellEveryMs);
  try {
    if (verb === 'rebuild') {
      await opened(mirror, signal);
      await mirror.rebuild(tables.length === 0 ? undefined : tables);
    }
    if (verb !== 'status' || check) {
      await mirror.whenReady(signal);
      // It finds tables that were declared a moment ago, which are then copied.
      await mirror.sync();
      await mirror.whenReady(signal);
    }
    if (!check) return { status: mirror.status() };
    const found = await mirror.check((table) => tell(`comparing ${table}`));
    return { status: mirror.status(), check: found };
  } catch (error) {
    // Timers and databases have errors of their own for it.
    signal.throwIfAborted();
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** What is copied anew must be open; it need not be whole. */
async function opened(mirror: Mirror, signal: AbortSignal): Promise<void> {
  while (mirror.status().state === 'opening') await setTimeout(lookAgainMs, undefined, { signal });
}
