/**
 * `npm run rehearse -- NAME [--rows N] [--postgres 16|18]`: what the runbooks (docs/runbooks) tell to do on the day that it
 * matters, done here on servers of the rehearsal's own, with the time that each step takes. Exit 1 if what has to be true
 * at the end is not, 2 if it is called wrongly.
 */
import { parseArgs } from 'node:util';
import { messageOf } from '@fluxion/engine/base';
import { distributions } from '../test/support/distributions.ts';
import { makeServersDirectory, removeServers } from '../test/support/temporary-servers.ts';
import type { Rehearsal } from './rehearse/lib/rehearsal.ts';
import { newSteps } from './rehearse/lib/steps.ts';

const rehearsals: Readonly<Record<string, () => Promise<Rehearsal>>> = {
  restore: async () => (await import('./rehearse/restore/restore.ts')).rehearseRestore,
  cutover: async () => (await import('./rehearse/cutover/cutover.ts')).rehearseCutover,
  upgrade: async () => (await import('./rehearse/upgrade/upgrade.ts')).rehearseUpgrade,
};

const usage = `usage: npm run rehearse -- NAME [--rows N] [--postgres 16|18]\nNAME: ${Object.keys(rehearsals).join(', ')}\n`;

/** Undefined: it is written in no way that can be read. */
function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        rows: { type: 'string', default: '1000000' },
        postgres: { type: 'string', default: '18' },
        help: { type: 'boolean' },
      },
    });
  } catch {
    return undefined;
  }
}

function misused(): number {
  process.stderr.write(usage);
  return 2;
}

async function main(): Promise<number> {
  const asked = read(process.argv.slice(2));
  if (asked?.values.help === true) {
    process.stdout.write(usage);
    return 0;
  }
  if (asked === undefined) return misused();
  const { values, positionals } = asked;
  const [name = ''] = positionals;
  const load = Object.hasOwn(rehearsals, name) ? rehearsals[name] : undefined;
  const rows = Number(values.rows);
  const { postgres } = values;
  const known = postgres === '16' || postgres === '18';
  if (load === undefined || positionals.length !== 1 || !Number.isSafeInteger(rows) || rows < 1 || !known)
    return misused();
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  say(`${name}: ${rows} sales lines, PostgreSQL ${postgres}`);
  const steps = newSteps(say);
  const directory = await makeServersDirectory();
  try {
    await (
      await load()
    )({ rows, directory, distribution: distributions[postgres], steps });
  } finally {
    await removeServers(directory);
  }
  say(`${steps.failures.length} failed`);
  return steps.failures.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
