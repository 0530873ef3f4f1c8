import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { basename, parse } from 'node:path';
import { FluxionError, messageOf } from '../../../base/index.ts';
import { explainedError } from './failure.ts';
import type { Command } from './run-as.ts';

/** What the programs see of the environment: nothing of ours, which may hold secrets. */
const environment = { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' };

/** The working directory: one that every user may enter. */
const workingDirectory = parse(process.execPath).root;

function explainSpawn(command: Command, error: unknown): FluxionError {
  if (basename(command.file) === 'setpriv') {
    const why = 'Fluxion runs as root in a folder that other users may not enter, and PostgreSQL refuses root';
    const what = 'Install setpriv (of util-linux), run Fluxion as an ordinary user, or open the folder (chmod o+x)';
    return new FluxionError('EMBEDDED_SERVER', `${why}. ${what}.`, { cause: error });
  }
  return new FluxionError('EMBEDDED_SERVER', `${command.file} cannot be run: ${messageOf(error)}.`, { cause: error });
}

/** Runs a program to its end and gives back its exit code and all that it printed. */
async function runToEnd(command: Command, input: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(command.file, command.args, {
    cwd: workingDirectory,
    env: environment,
    ...command.identity,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  // A program that ends before it has read its input is told by its exit code.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, output };
  } catch (error) {
    throw explainSpawn(command, error);
  }
}

/**
 * Runs a program to its end.
 *
 * @param input what it reads from its standard input
 * @throws FluxionError EMBEDDED_SERVER beginning with `what`, with the program's own reason, if it fails
 */
export async function runToSuccess(what: string, command: Command, input = ''): Promise<void> {
  const { code, output } = await runToEnd(command, input);
  if (code !== 0) throw explainedError(what, output.split('\n'));
}

/**
 * Starts a program that outlives us, writing to the log file. It gets a process group of its own, so that the
 * terminal's Ctrl-C reaches us and not it.
 */
export async function startDetached(
  command: Command,
  logFile: string,
  extraEnvironment: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const log = await open(logFile, 'a', 0o600);
  try {
    const child = spawn(command.file, command.args, {
      cwd: workingDirectory,
      env: { ...environment, ...extraEnvironment },
      ...command.identity,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await once(child, 'spawn').catch((error: unknown) => {
      throw explainSpawn(command, error);
    });
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}
