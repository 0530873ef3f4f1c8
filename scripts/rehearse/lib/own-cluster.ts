import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { giveToOwner } from '../../../packages/engine/src/postgres/embedded/cluster/cluster.ts';
import type { ServerContext } from '../../../packages/engine/src/postgres/embedded/server.ts';
import { runToSuccess } from '../../../packages/engine/src/postgres/embedded/process/run.ts';
import { withPool } from './rehearsal.ts';

/** Of servers on 127.0.0.1 that live for minutes. */
const password = 'rehearsal';
/** Also the role that owns it, which is no superuser: so Fluxion works on a managed server. */
const database = 'fluxion';

/**
 * Makes a cluster whose superuser may sign in, if the home has none.
 * @returns whether it was made
 */
export async function ensureOwnCluster({ home, tools: { binaries, launcher } }: ServerContext): Promise<boolean> {
  const there = await readFile(join(home.dataDirectory, 'PG_VERSION'), 'utf8').catch(() => undefined);
  // One that was copied here belongs to whoever copied it.
  if (there !== undefined) await giveToOwner(home.dataDirectory, launcher);
  if (there !== undefined) return false;
  await mkdir(home.dataDirectory, { recursive: true, mode: 0o700 });
  const { owner } = launcher;
  if (owner !== undefined) await chown(home.dataDirectory, owner.uid, owner.gid);
  const passwordFile = join(home.directory, 'superuser.password');
  await writeFile(passwordFile, password);
  const args = [`--pgdata=${home.dataDirectory}`, '--username=postgres', `--pwfile=${passwordFile}`];
  args.push('--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync');
  await runToSuccess('The server of the rehearsal could not be made', launcher.command(binaries.initdb, args));
  await rm(passwordFile);
  return true;
}

/** The addresses of the database, as the role that owns it, and as the server's superuser. */
export function addressesAt(port: number): { readonly url: string; readonly adminUrl: string } {
  const at = `127.0.0.1:${port}`;
  return {
    url: `postgres://${database}:${password}@${at}/${database}?sslmode=disable`,
    adminUrl: `postgres://postgres:${password}@${at}/postgres?sslmode=disable`,
  };
}

/** Makes the database and the role that owns it, as `fluxion prepare-role` does on a managed server. */
export function makeOwnDatabase(adminUrl: string): Promise<void> {
  return withPool(adminUrl, async (pool) => {
    await pool.query(`CREATE ROLE ${database} LOGIN PASSWORD '${password}'`);
    await pool.query(`CREATE DATABASE ${database} OWNER ${database}`);
  });
}
