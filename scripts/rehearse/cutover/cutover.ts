import { join } from 'node:path';
import { makeChainFile } from '../lib/chain.ts';
import { startOwnServer } from '../lib/own-server.ts';
import { startFluxion, type Program } from '../lib/programs.ts';
import { mebibytes, type Rehearsal, type RehearsalOptions } from '../lib/rehearsal.ts';
import { migrateCopy } from './copies.ts';
import { startOldSystem } from './start-old-system.ts';
import { changeOver, proveAll, type Sides } from './change-over.ts';

/**
 * A chain's change from its DuckDB file to PostgreSQL while the old system goes on writing to the file: what takes long is
 * done beside it, and then it stands still for as long as the last differences take. Twice: with the proof of every row
 * within that time, and with the proof after it.
 */
export const rehearseCutover: Rehearsal = async (options) => {
  const { directory, distribution, rows, settings = {}, steps } = options;
  const chain = await steps.time("a chain's DuckDB file", () => makeChainFile(directory, rows));
  const { url } = await startOwnServer({ home: join(directory, 'server'), distribution, settings });
  const home = join(directory, 'home');
  const up = startFluxion(['up', '--port', '0', '--database', url], { FLUXION_HOME: home, FLUXION_NO_LOADS: '1' });
  try {
    // It makes the schema that the chain's tables fit into.
    const origin = await steps.time('fluxion up on the empty database', () => originOf(up));
    const sides = { chain, url, origin };
    const old = await startOldSystem(chain);
    await copyBesideIt(options, sides);
    const lines = await changeOver(options, sides, { old, flags: [], name: 'PROOF WITHIN' });
    const again = await startOldSystem(chain);
    const more = await changeOver(options, sides, { old: again, flags: ['--no-verify'], name: 'PROOF AFTER' });
    await proveAll(options, sides, lines + more);
  } finally {
    await up.end();
  }
};

async function copyBesideIt({ directory, steps }: RehearsalOptions, { chain, url }: Sides): Promise<void> {
  const copy = join(directory, 'copy.duckdb');
  const tell = ({ copies, bytes }: { copies: number; bytes: number }) => `copy ${copies}, ${mebibytes(bytes)}`;
  const first = () => migrateCopy(chain.file, copy, ['--database', url]);
  await steps.time('the full copy, while the old system writes: fluxion migrate COPY', first, tell);
  const again = () => migrateCopy(chain.file, copy, ['--database', url, '--resume', '--changed']);
  await steps.time('what was written meanwhile: fluxion migrate COPY --resume --changed', again, tell);
}

/** The address that it serves at, once it does. */
async function originOf(up: Program): Promise<string> {
  const [origin] = await up.printed(/http:\/\/[^\s]*\d/);
  return origin;
}
