import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The image's user; only root can be somebody else. */
const user = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};

/** How the program is run: where its image is, which folder it may write to, and its database. */
export interface Container {
  readonly image: string;
  readonly home: string;
  readonly databaseUrl: string | undefined;
}

export interface Outcome {
  readonly exitCode: number | null;
  readonly printed: string;
}

function start({ image, home, databaseUrl }: Container, words: readonly string[], port = 0): ChildProcess {
  const fluxion = join(image, 'app/bin/fluxion.mjs');
  // Nothing of this process's environment: a container has none of it.
  const env = {
    NODE_ENV: 'production',
    FLUXION_HOME: home,
    FLUXION_HOST: '127.0.0.1',
    HOME: '/nowhere',
    PORT: String(port),
    TMPDIR: home,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  return spawn(process.execPath, [fluxion, ...words], { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'], ...user });
}

/** Runs a command of Fluxion to its end. */
export function runContained(container: Container, words: readonly string[]): Promise<Outcome> {
  const child = start(container, words);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (printed += chunk));
  return new Promise((done) => child.once('close', (exitCode) => done({ exitCode, printed })));
}

/** Runs `fluxion up` until it is ready, asks it what `ask` asks, and ends it as a container is ended. */
export async function serveContained(container: Container, ask: (origin: string) => Promise<void>): Promise<Outcome> {
  const port = await freePort();
  const server = start(container, ['up'], port);
  const ended = new Promise<number | null>((done) => server.once('close', done));
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk: Buffer) => (printed += chunk));
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    server.kill('SIGTERM');
    return ended;
  };
  try {
    while (!(await fetch(`${origin}/ready`).catch(() => undefined))?.ok) {
      if (server.exitCode !== null) throw new Error('It never was ready.');
      await sleep(200);
    }
    await ask(origin);
  } catch (error) {
    throw new Error(`${String(error)}\nfluxion up ended with exit code ${await stop()}:\n${printed}`, { cause: error });
  }
  return { exitCode: await stop(), printed };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The bytes of all files below a folder, as an image counts them: what a link leads to is counted where it is. */
export function bytesOf(folder: string): number {
  const sizes = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return bytesOf(path);
    return entry.isFile() ? statSync(path).size : 0;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}
