import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const program = join(import.meta.dirname, '../../bin/fluxion.mjs');
const patienceMs = 30 * 60_000;

/** The built server with the built dashboard, answering from its mirror. */
export interface Served {
  readonly origin: string;
  readonly token: string;
  stop(): Promise<void>;
}

/** `fluxion up` on a database, once its mirror is there. Builds what has changed since the last build. */
export async function serveBuilt(databaseUrl: string, home: string): Promise<Served> {
  await promisify(execFile)(process.execPath, [program, '--version']);
  // One caller asks for all: what is refused would be measured too.
  const settings = [`DATABASE_URL=${databaseUrl}`, `FLUXION_HOME=${home}`, 'FLUXION_RATE_LIMIT=0'];
  const command = [process.execPath, program, 'up', '--port', '0', '--json'];
  const child = spawn('env', [...settings, ...command], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    const until = async (holds: () => boolean | Promise<boolean>) => {
      for (const deadline = performance.now() + patienceMs; !(await holds()); await sleep(200)) {
        if (child.exitCode !== null || performance.now() > deadline)
          throw new Error(`fluxion up did not start: ${printed}`);
      }
    };
    await until(() => printed.includes('\n'));
    const { address, token } = JSON.parse(printed) as { address: string; token: string | null };
    if (token === null)
      throw new Error('Somebody has set a password on this database: nobody is signed in with a link.');
    await until(async () => {
      const { espejo } = (await (await fetch(`${address}/ready`)).json()) as { espejo?: string };
      return espejo === 'ok';
    });
    return { origin: address, token, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
