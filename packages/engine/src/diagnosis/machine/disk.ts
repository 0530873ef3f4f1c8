import { mkdtemp, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { messageOf } from '../../base/index.ts';
import { bytesInPostgres, sizeText } from '../sizes.ts';
import { ok, problem, warning, type Check, type Verdict } from '../verdict.ts';
import type { AskedMachine } from './asked.ts';

/** Below the first the mirror, or a load that spills, cannot work; below the second not for long. */
const [leastBytes, fewBytes] = [512 * 2 ** 20, 2 * 2 ** 30];

/** The folder, or the nearest one above it that is there. */
async function existing(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => undefined);
  const parent = dirname(folder);
  return found !== undefined || parent === folder ? folder : existing(parent);
}

/** Undefined: it may be written. */
async function refusal(folder: string): Promise<string | undefined> {
  try {
    await rm(await mkdtemp(join(folder, 'fluxion-trial-')), { recursive: true });
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/** @param coming what a migration will bring to the same disk */
export function diskVerdict(home: string, freeBytes: number, coming: number): Verdict {
  const plan = coming > 0 ? `; a migration brings about ${sizeText(coming)}` : '';
  const found = `${sizeText(freeBytes)} are free for ${home}${plan}.`;
  const advice = 'Free some, or move FLUXION_HOME to a larger disk.';
  if (freeBytes < leastBytes + coming) return problem(found, advice);
  return freeBytes < fewBytes + coming ? warning(found, advice) : ok(found);
}

/** Where the mirror and what loads spill lie, and the embedded server's data. */
export const disk: Check<AskedMachine> = {
  name: 'disk',
  async look({ home, embedded, sourceBytes }) {
    const folder = await existing(resolve(home));
    const reason = await refusal(folder);
    if (reason !== undefined) {
      return [
        problem(
          `Nothing can be written to ${folder}: ${reason}.`,
          'Open it to this user, or set FLUXION_HOME to a folder that is.',
        ),
      ];
    }
    const { bavail, bsize } = await statfs(folder);
    return [diskVerdict(resolve(home), bavail * bsize, embedded ? bytesInPostgres(sourceBytes) : 0)];
  },
};
