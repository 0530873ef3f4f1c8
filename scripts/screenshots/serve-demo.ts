import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const program = join(import.meta.dirname, '../../bin/fluxion.mjs');
const rows = '400000';

/** A server of its own with the demo chain. */
export interface ServedDemo {
  readonly origin: string;
  /** An API token of the local administrator. */
  readonly token: string;
  close(): Promise<void>;
}

/** Runs `fluxion up --demo` in a temporary folder until it is ready to answer from its mirror. */
export async function serveDemo(): Promise<ServedDemo> {
  const home = await mkdtemp(join(tmpdir(), 'fluxion-screenshots-'));
  const port = await freePort();
  const env = { ...process.env, FLUXION_HOME: home, PORT: String(port), FLUXION_RATE_LIMIT: '0' };
  const server = spawn(process.execPath, [program, 'up', '--demo', '--rows', rows], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => server.once('close', () => done()));
  const origin = `http://127.0.0.1:${port}`;
  const close = async () => {
    server.kill('SIGTERM');
    await ended;
    await rm(home, { recursive: true, force: true });
  };
  try {
    let printed = '';
    server.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    await until(async () => {
      if (server.exitCode !== null) throw new Error(`fluxion up ended with exit code ${server.exitCode}`);
      const answer = await fetch(`${origin}/ready`).catch(() => undefined);
      const { espejo } = answer?.ok ? ((await answer.json()) as { espejo?: string }) : {};
      return espejo === 'ok' && /#token=fx_/.test(printed);
    });
    const [, token = ''] = /#token=(fx_[\w-]+)/.exec(printed) ?? [];
    return { origin, token, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(500);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
