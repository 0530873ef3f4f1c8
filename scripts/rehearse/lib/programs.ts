import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const fluxion = fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url));

/** How a program has ended, and all that it printed. */
export interface Ending {
  /** Null if a signal ended it. */
  readonly exitCode: number | null;
  readonly output: string;
}

/** A program of Node that runs beside the rehearsal. */
export interface Program {
  /** Waits until it has printed that. @throws with all that it printed if it ends first */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Asks it to end (SIGTERM) and waits until it has. */
  end(): Promise<Ending>;
  /** Waits until it ends by itself. */
  readonly ended: Promise<Ending>;
}

/** Starts `fluxion`, as it is in this checkout. */
export function startFluxion(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Program {
  return startProgram(fluxion, args, environment);
}

/** Starts a program of this checkout. */
export function startProgram(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Program {
  // Nothing of this process's environment, which may configure Fluxion otherwise, but for what finds programs.
  const child = spawn(
    'env',
    ['-u', 'DATABASE_URL', '-u', 'FLUXION_HOME', ...assignments(environment), ...node(file), ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return watch(child, [file, ...args].join(' '));
}

const assignments = (environment: Readonly<Record<string, string>>) =>
  Object.entries(environment).map(([name, value]) => `${name}=${value}`);

const node = (file: string) => [process.execPath, '--conditions=source', '--import', 'tsx', file];

function watch(child: ChildProcess, name: string): Program {
  let output = '';
  const looks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const look of looks) look();
    });
  }
  const closed = once(child, 'close') as Promise<[number | null]>;
  const ended = closed.then(([exitCode]) => ({ exitCode, output }));
  return {
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (match !== null) resolve(match);
        };
        looks.add(look);
        look();
        void ended.then(() => reject(new Error(`${name} ended without ${pattern}:\n${output}`)));
      }),
    ended,
    end() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** @throws with all that the program printed, unless it ended with 0 */
export function succeeded({ exitCode, output }: Ending): string {
  if (exitCode !== 0) throw new Error(`exit ${exitCode}:\n${output}`);
  return output;
}
