import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPool, startEmbedded, type EmbeddedServer } from '@fluxion/engine/postgres';
import type { Files } from '../../test/support/damage/damages.ts';

const main = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));

/** Exit codes that a migration of a damaged file may end with: done, with losses, refused, or failed with a reason. */
const permitted = new Set([0, 1, 3, 4]);
const patienceMs = 300_000;

/** How a program came to its end, and what is wrong with that. */
export interface Told {
  readonly outcome: string;
  readonly failure?: string;
}

/** Migrates database files with the whole program, into a server of its own, each into an empty schema. */
export class CommandTrial {
  readonly #folder: string;
  readonly #server: EmbeddedServer;
  #tried = 0;

  private constructor(folder: string, server: EmbeddedServer) {
    this.#folder = folder;
    this.#server = server;
  }

  static async begin(): Promise<CommandTrial> {
    const folder = await mkdtemp(join(tmpdir(), 'fluxion-torture-'));
    return new CommandTrial(folder, await startEmbedded({ home: folder, log: () => {} }));
  }

  async migrate({ file, log }: Files): Promise<Told> {
    this.#tried += 1;
    const name = `torture_${this.#tried}`;
    const path = join(this.#folder, `${name}.duckdb`);
    await this.#ask(`CREATE DATABASE ${name}`);
    await writeFile(path, file);
    await writeFile(`${path}.wal`, log);
    const url = new URL(this.#server.url);
    url.pathname = `/${name}`;
    try {
      return judge(await ending(['migrate', path, '--json', '--database', url.href, '--on-loss', 'convert']));
    } finally {
      await this.#ask(`DROP DATABASE ${name} WITH (FORCE)`);
      await rm(path);
      await rm(`${path}.wal`, { force: true });
    }
  }

  async end(): Promise<void> {
    await this.#server.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #ask(sql: string): Promise<void> {
    const pool = openPool({ url: this.#server.url, applicationName: 'fluxion-torture', max: 1 });
    try {
      await pool.query(sql);
    } finally {
      await pool.end();
    }
  }
}

interface Ending {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

function ending(args: readonly string[]): Promise<Ending> {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: patienceMs,
    killSignal: 'SIGKILL',
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (exitCode, signal) => resolve({ exitCode, signal, ...output }));
  });
}

function judge({ exitCode, signal, stdout, stderr }: Ending): Told {
  const failed = (why: string): Told => ({ outcome: 'failed', failure: `fluxion migrate ${why}: ${stderr}` });
  if (exitCode === null) return failed(`ended by ${signal}`);
  if (!permitted.has(exitCode)) return failed(`ended with exit ${exitCode}`);
  if (/^\s+at /m.test(stderr)) return failed('showed a stack');
  if (/unforeseen error/.test(stderr)) return failed('was taken unawares');
  if (exitCode === 0 || exitCode === 3) return { outcome: `exit ${exitCode}` };
  const { error } = JSON.parse(stdout);
  return { outcome: `exit ${exitCode} ${error.code}` };
}
