import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server in a process of its own. */
export interface Served {
  readonly origin: string;
  readonly pid: number;
  /** The header that it wants to see; none for a server that asks nobody. */
  readonly headers: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const patienceMs = 60_000;

async function ending(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  await once(child, 'close');
}

const cli = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));

/** `fluxion up` on a database, with whatever else it is told. */
export async function serveFluxion(databaseUrl: string, home: string, flags: readonly string[] = []): Promise<Served> {
  // One caller asks for all: what is refused would be measured too.
  const settings = [`DATABASE_URL=${databaseUrl}`, `FLUXION_HOME=${home}`, 'FLUXION_RATE_LIMIT=0'];
  const command = [process.execPath, ...process.execArgv, cli, 'up', '--port', '0', '--json', ...flags];
  const child = spawn('env', [...settings, ...command], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const deadline = performance.now() + patienceMs;
  while (!printed.includes('\n')) {
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(`fluxion up did not start: ${printed}`);
    await sleep(50);
  }
  const { address, token }: { address: string; token: string } = JSON.parse(printed);
  const headers = { authorization: `Bearer ${token}` };
  return { origin: address, pid: child.pid ?? 0, headers, stop: () => ending(child) };
}

const peer = fileURLToPath(new URL('../peers/', import.meta.url));

/** The original plan's API on the same database. @throws Error if Python or a package of it is missing */
export async function servePeer(databaseUrl: string, port: number): Promise<Served> {
  const settings = [`DATABASE_URL=${databaseUrl.replace(/^postgres:/, 'postgresql:')}`, 'PYTHONDONTWRITEBYTECODE=1'];
  const command = ['/usr/bin/python3', '-m', 'uvicorn', 'plan_api:app', '--port', String(port), '--no-access-log'];
  const child = spawn('env', [...settings, ...command], { cwd: peer, stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
  const origin = `http://127.0.0.1:${port}`;
  for (const deadline = performance.now() + patienceMs; ; await sleep(100)) {
    if (child.exitCode !== null || performance.now() > deadline) {
      throw new Error(
        `The plan's API did not start (apt install python3-fastapi python3-sqlalchemy python3-psycopg2 uvicorn): ${told}`,
      );
    }
    const answer = await fetch(`${origin}/openapi.json`).catch(() => undefined);
    if (answer?.ok) return { origin, pid: child.pid ?? 0, headers: {}, stop: () => ending(child) };
  }
}
