import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { chown, lchown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FluxionError, messageOf, quoteLiteral } from '../../base/index.ts';
import type { Binaries } from './binaries.ts';
import { processIsAlive } from './postmaster.ts';
import { runToEnd } from './processes.ts';
import type { Launcher } from './run-as.ts';

export interface ClusterTools {
  readonly binaries: Binaries;
  readonly launcher: Launcher;
}

/** The one role that may sign in, and its database. */
export const role = 'fluxion';

const elsewhere = 'Move it away, or choose another folder with FLUXION_HOME.';

function refuse(reason: string, cause?: unknown): FluxionError {
  return new FluxionError('EMBEDDED_SERVER', reason, { cause });
}

function refuseOthersDirectory(dataDirectory: string, found: Stats): void {
  const us = process.getuid?.();
  if (!found.isDirectory()) throw refuse(`${dataDirectory} is not a folder. ${elsewhere}`);
  if (us === undefined || us === 0 || found.uid === us) return;
  const advice = 'Run Fluxion as that user, or choose another folder with FLUXION_HOME.';
  throw refuse(`${dataDirectory} belongs to the user with id ${found.uid}, not to you. ${advice}`);
}

/**
 * Whether there is a cluster that the programs can run: false if there is nothing yet.
 *
 * @throws FluxionError EMBEDDED_SERVER if there is something else, another version's or another user's
 */
export async function clusterExists(dataDirectory: string, majorVersion: number): Promise<boolean> {
  const found = await stat(dataDirectory).catch(() => undefined);
  if (found === undefined) return false;
  refuseOthersDirectory(dataDirectory, found);
  const entries = await readdir(dataDirectory);
  if (entries.length === 0) return false;
  if (!entries.includes('PG_VERSION'))
    throw refuse(`${dataDirectory} is not a PostgreSQL data directory. ${elsewhere}`);
  const made = (await readFile(join(dataDirectory, 'PG_VERSION'), 'utf8')).trim();
  if (made === String(majorVersion)) return true;
  const difference = `${dataDirectory} was made by PostgreSQL ${made}, and this Fluxion has ${majorVersion}`;
  throw refuse(`${difference}: use the Fluxion that made it. Or start anew: ${elsewhere.toLowerCase()}`);
}

/** A data directory that was copied by root belongs to root, whom PostgreSQL refuses. */
export async function giveToOwner(dataDirectory: string, { owner }: Launcher): Promise<void> {
  if (owner === undefined || (await stat(dataDirectory)).uid !== 0) return;
  for (const entry of await readdir(dataDirectory, { recursive: true })) {
    await lchown(join(dataDirectory, entry), owner.uid, owner.gid);
  }
  await chown(dataDirectory, owner.uid, owner.gid);
}

/** What a start that was killed in the middle has left. */
async function sweepDrafts(dataDirectory: string): Promise<void> {
  const parent = dirname(dataDirectory);
  const draft = new RegExp(`^${basename(dataDirectory)}\\.init-(\\d+)-`);
  for (const entry of await readdir(parent)) {
    const pid = draft.exec(entry)?.[1];
    if (pid === undefined || processIsAlive(Number(pid))) continue;
    await rm(join(parent, entry), { recursive: true, force: true });
  }
}

async function runOrRefuse(what: string, ...command: Parameters<typeof runToEnd>): Promise<void> {
  const { code, output } = await runToEnd(...command);
  if (code === 0) return;
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const reason = lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? lines.at(-1) ?? `exit code ${code}`;
  throw new FluxionError('EMBEDDED_SERVER', `${what}: ${reason.trim()}`, { details: lines.slice(-8) });
}

/** C.UTF-8 sorts by code point and still knows the case of Ñ; before 17 only plain C is there wherever it runs. */
function localeArguments(majorVersion: number): readonly string[] {
  if (majorVersion < 17) return ['--locale=C'];
  return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
}

async function fill(draft: string, tools: ClusterTools, password: string, durable: boolean): Promise<void> {
  const { binaries, launcher } = tools;
  const initdb = [`--pgdata=${draft}`, '--username=postgres', '--auth=reject', '--encoding=UTF8'];
  const sync = durable ? [] : ['--no-sync'];
  await runOrRefuse(
    'The database could not be made',
    launcher.command(binaries.initdb, [...initdb, ...localeArguments(binaries.majorVersion), ...sync]),
  );
  // The superuser cannot sign in at all, and the role that can is an ordinary one, as on a managed server.
  await writeFile(join(draft, 'pg_hba.conf'), `host all ${role} 127.0.0.1/32 scram-sha-256\n`);
  const statements = [
    `CREATE ROLE ${role} LOGIN CREATEDB PASSWORD ${quoteLiteral(password)};`,
    `GRANT pg_monitor, pg_checkpoint TO ${role};`,
    `CREATE DATABASE ${role} OWNER ${role};`,
  ];
  // In single-user mode there is no server yet that anyone could reach, and a line is a statement.
  const single = ['--single', '-D', draft, '-c', 'exit_on_error=on', ...(durable ? [] : ['-F']), 'postgres'];
  await runOrRefuse(
    'The database could not be prepared',
    launcher.command(binaries.postgres, single),
    `${statements.join('\n')}\n`,
  );
}

/**
 * Makes the cluster. It is made aside and renamed when it is whole: whatever interrupts this, there is either a good
 * data directory or none. If another process was quicker, its cluster stays.
 */
export async function createCluster(
  dataDirectory: string,
  tools: ClusterTools,
  options: { readonly password: string; readonly durable: boolean },
): Promise<void> {
  await sweepDrafts(dataDirectory);
  const draft = `${dataDirectory}.init-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(draft, { mode: 0o700 });
    const { owner } = tools.launcher;
    if (owner !== undefined) await chown(draft, owner.uid, owner.gid);
    await fill(draft, tools, options.password, options.durable);
    await rename(draft, dataDirectory);
  } catch (error) {
    if (error instanceof FluxionError) throw error;
    const lostRace = await clusterExists(dataDirectory, tools.binaries.majorVersion);
    if (!lostRace) throw refuse(`${dataDirectory} could not be made: ${messageOf(error)}.`, error);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
