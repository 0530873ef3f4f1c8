/**
 * `npm run torture -- NAME [--count N] [--seconds N] [--seed N]`: trials that take too long for `npm test`. Exit 1 if one of them fails.
 * Each prints its seed, with which it can be repeated.
 */
import { parseArgs } from 'node:util';

/** What a trial is asked for. */
export interface TortureOptions {
  /** How many attempts of each kind. */
  readonly count: number;
  /** How long it lasts, if it has no attempts. */
  readonly seconds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** Gives back what went wrong, a line each. */
export type Torture = (options: TortureOptions) => Promise<readonly string[]>;

const tortures: Readonly<Record<string, () => Promise<Torture>>> = {
  corrupt: async () => (await import('./torture/corrupt.ts')).corrupt,
  fuzz: async () => (await import('./torture/tests.ts')).longTest('packages/api/src/testing/fuzz/fuzz.pg.test.ts'),
  kill: async () => (await import('./torture/tests.ts')).longTest('packages/engine/src/transfer/kill.pg.test.ts'),
  load: async () => (await import('./torture/tests.ts')).longTest('packages/engine/src/ingest/kill.pg.test.ts'),
  'mirror-concurrent': async () =>
    (await import('./torture/tests.ts')).longTest('packages/engine/src/mirror/exactness/concurrent'),
  mirror: async () =>
    (await import('./torture/tests.ts')).longTest('packages/engine/src/mirror/exactness/model.pg.test.ts'),
  random: async () => (await import('./torture/tests.ts')).longTest('packages/engine/src/transfer/random.pg.test.ts'),
};

const usage = `usage: npm run torture -- NAME [--count N] [--seconds N] [--seed N]\nNAME: ${Object.keys(tortures).join(', ')}\n`;

/** Undefined: it is written in no way that can be read. */
function read() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        count: { type: 'string', default: '200' },
        seconds: { type: 'string', default: '60' },
        seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
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
  const asked = read();
  if (asked === undefined) return misused();
  const { values, positionals } = asked;
  const [name = ''] = positionals;
  const load = Object.hasOwn(tortures, name) ? tortures[name] : undefined;
  const [count, seconds, seed] = [Number(values.count), Number(values.seconds), Number(values.seed)];
  if (
    load === undefined ||
    positionals.length !== 1 ||
    !(count > 0 && seconds > 0) ||
    !Number.isSafeInteger(count + seconds + seed)
  )
    return misused();
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  say(`${name}: --count ${count} --seconds ${seconds} --seed ${seed}`);
  const torture = await load();
  const failures = await torture({ count, seconds, seed, say });
  for (const failure of failures) say(`FAILED: ${failure}`);
  say(`${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

process.exitCode = await main();
