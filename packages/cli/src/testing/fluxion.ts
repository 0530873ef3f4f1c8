import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const sources = ['--import', 'tsx', '--conditions=source', fileURLToPath(new URL('../main.ts', import.meta.url))];
const built = [fileURLToPath(new URL('../../dist/main.js', import.meta.url))];

/** `npm test`, which has built it, tries the program as people get it; what else runs a test runs the sources as they are. */
const program = process.env['FLUXION_TEST_BUILT'] === '1' ? built : sources;

export interface Ending {
  /** Null if a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningFluxion {
  readonly processId: number;
  readonly ended: Promise<Ending>;
  /** Waits until stdout or stderr matches; fails with all that was printed if the program ends first. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Signals the process and all that it started in its group, as a terminal's Ctrl-C does. */
  signal(name: NodeJS.Signals): void;
}

/** Starts the real `fluxion`, in a process group of its own, without the variables that configure it. */
export function startFluxion(args: readonly string[], environment: NodeJS.ProcessEnv = {}): RunningFluxion {
  const { DATABASE_URL: _url, FLUXION_HOME: _home, PORT: _port, ...inherited } = process.env;
  const child = spawn(process.execPath, [...program, ...args], {
    detached: true,
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  const listeners = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject).once('close', (exitCode) => resolve({ exitCode, ...output }));
  });
  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output.stdout) ?? pattern.exec(output.stderr);
        if (match === null) return;
        listeners.delete(look);
        resolve(match);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`fluxion ended without ${pattern}:\n${output.stdout}\n${output.stderr}`)));
    });
  const processId = child.pid ?? 0;
  onTestFinished(() => {
    // A test that failed half-way must leave nothing running.
    if (child.exitCode === null && child.signalCode === null) process.kill(-processId, 'SIGKILL');
  });
  return { processId, ended, printed, signal: (name) => process.kill(-processId, name) };
}

/** Runs `fluxion` to its end. */
export function fluxion(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ending> {
  return startFluxion(args, environment).ended;
}

/** Whether a process runs. One that has ended and only waits for its parent's notice (a zombie) does not. */
export function isAlive(processId: number): boolean {
  const stateFile = `/proc/${processId}/stat`;
  if (existsSync(stateFile)) return !/\) Z /.test(readFileSync(stateFile, 'utf8'));
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
