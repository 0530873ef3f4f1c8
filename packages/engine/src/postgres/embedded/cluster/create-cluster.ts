import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FluxionError, messageOf, quoteLiteral } from '../../../base/index.ts';
import type { Binaries } from '../process/binaries.ts';
import type { Launcher } from '../process/run-as.ts';
import { runToSuccess } from '../process/run.ts';
import { clusterExists, giveToOwner, role } from './cluster.ts';
import { newDraft, sweepDrafts } from './drafts.ts';

/** What makes and runs a cluster. */
export interface ClusterTools {
  readonly binaries: Binaries;
  readonly launcher: Launcher;
}

export interface ClusterOptions {
  /** What the role signs in with. */
  readonly password: string;
  /** Whether the files must be safe on the disk before this is done. */
  readonly durable: boolean;
  readonly log: (line: string) => void;
}

/** C.UTF-8 sorts by code point and still knows the case of Ñ; before 17 only plain C is there wherever it runs. */
function localeArguments(majorVersion: number): readonly string[] {
  if (majorVersion < 17) return ['--locale=C'];
  return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
}

async function fill(draft: string, { binaries, launcher }: ClusterTools, options: ClusterOptions): Promise<void> {
  const what = 'The database could not be made';
  const initdb = [`--pgdata=${draft}`, '--username=postgres', '--auth=reject', '--encoding=UTF8'];
  initdb.push(...localeArguments(binaries.majorVersion), ...(options.durable ? [] : ['--no-sync']));
  await runToSuccess(what, launcher.command(binaries.initdb, initdb));
  // The superuser cannot sign in at all, and the role that can is an ordinary one, as on a managed server.
  await writeFile(join(draft, 'pg_hba.conf'), `host all ${role} 127.0.0.1/32 scram-sha-256\n`);
  const statements = [
    `CREATE ROLE ${role} LOGIN CREATEDB PASSWORD ${quoteLiteral(options.password)};`,
    // Not the default, which prefers the schema that is called as the role is: Fluxion's internals.
    `ALTER ROLE ${role} SET search_path = public;`,
    `GRANT pg_monitor, pg_checkpoint TO ${role};`,
    `CREATE DATABASE ${role} OWNER ${role};`,
  ];
  // In single-user mode there is no server yet that anyone could reach, and each line is a statement.
  const single = ['--single', '-D', draft, '-c', 'exit_on_error=on', ...(options.durable ? [] : ['-F']), 'postgres'];
  await runToSuccess(what, launcher.command(binaries.postgres, single), `${statements.join('\n')}\n`);
}

/**
 * Makes the cluster. It is made aside and renamed when it is whole: whatever interrupts this, there is either a good
 * data directory or none. If another process was quicker, its cluster stays.
 */
async function createCluster(dataDirectory: string, tools: ClusterTools, options: ClusterOptions): Promise<void> {
  const draft = newDraft(dataDirectory);
  try {
    await mkdir(draft, { mode: 0o700 });
    const { owner } = tools.launcher;
    if (owner !== undefined) await chown(draft, owner.uid, owner.gid);
    await fill(draft, tools, options);
    await rename(draft, dataDirectory);
  } catch (error) {
    if (error instanceof FluxionError) throw error;
    const lostRace = await clusterExists(dataDirectory, tools.binaries.majorVersion);
    if (lostRace) return;
    const reason = `${dataDirectory} could not be made: ${messageOf(error)}.`;
    throw new FluxionError('EMBEDDED_SERVER', reason, { cause: error });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Makes the cluster if there is none, else makes it the server's own. */
export async function ensureCluster(
  dataDirectory: string,
  tools: ClusterTools,
  options: ClusterOptions,
): Promise<void> {
  await sweepDrafts(dataDirectory);
  const { majorVersion } = tools.binaries;
  if (await clusterExists(dataDirectory, majorVersion)) {
    await giveToOwner(dataDirectory, tools.launcher);
    return;
  }
  options.log(`Making a new PostgreSQL ${majorVersion} database in ${dataDirectory}`);
  await createCluster(dataDirectory, tools, options);
}
